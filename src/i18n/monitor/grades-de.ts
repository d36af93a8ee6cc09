import type { GradeMessages } from './grades-messages.ts';

const means: GradeMessages['means'] = {
  saw: 'gesehen',
  heard: 'gehört',
  camera: 'mit Kamera aufgenommen',
  uav: 'von einer Drohne beobachtet',
  crater_analysis: 'an Spuren untersucht',
  satellite_or_thermal: 'auf Satellitenbildern',
  geolocated_media: 'auf verorteten Aufnahmen',
  operator_statement: 'Mitteilung des Betreibers',
  official_statement: 'amtliche Mitteilung',
  media_report_only: 'nur Medienbericht',
  withheld: 'nicht angegeben',
};

const meansOf = (value: string | undefined): string => (means as Readonly<Record<string, string>>)[value ?? ''] ?? means.withheld;

const kinds: Readonly<Record<string, string>> = {
  monitor: 'Beobachter, die keiner Seite angehören',
  newsroom: 'eigene Worte einer Redaktion',
  agency: 'eigene Worte einer Nachrichtenagentur',
  operator: 'Betreiber über eigene Anlagen',
  side_of_own_act: 'eine Seite über ihr eigenes Tun',
  side_of_event: 'eine Seite, ohne jemanden zu beschuldigen',
  side_of_other: 'eine Seite über das Tun der anderen',
  side_denial: 'eine Seite über Vorwürfe gegen sie',
  unnamed: 'ungenannte Quelle',
};

/** German. */
export const gradesDe: GradeMessages = {
  source: {
    A: 'zuverlässig',
    B: 'meist zuverlässig',
    C: 'einigermaßen zuverlässig',
    D: 'meist nicht zuverlässig',
    E: 'unzuverlässig',
    F: 'nicht zu beurteilen',
  },
  information: {
    1: 'bestätigt',
    2: 'wahrscheinlich',
    3: 'möglich',
    4: 'zweifelhaft',
    5: 'unwahrscheinlich',
    6: 'nicht zu beurteilen',
  },
  occurrence: {
    unverified: 'nicht geprüft',
    single_source: 'eine Quelle',
    corroborated: 'mehrfach belegt',
    verified: 'beobachtet und belegt',
  },
  attribution: {
    none_claimed: 'niemand wird beschuldigt',
    alleged_by_one_side: 'von einer Seite vorgeworfen',
    alleged_and_denied: 'vorgeworfen und bestritten',
    admitted_by_party: 'von der Seite selbst eingeräumt',
    attributed_by_third_party: 'von Dritten zugeschrieben',
    corroborated_independent: 'unabhängig mehrfach zugeschrieben',
    not_attributable: 'nicht zuzuordnen',
  },
  stance: {
    reports: 'berichtet',
    alleges: 'wirft vor',
    confirms: 'bestätigt',
    denies: 'bestreitet',
    counter_alleges: 'erhebt den Gegenvorwurf',
    no_comment: 'äußert sich nicht',
  },
  means,
  outcome: {
    impact_on_site: 'Einschlag auf dem Gelände',
    impact_near_site: 'Einschlag in der Nähe',
    debris_after_interception: 'Trümmer nach Abwehr',
    intercepted_no_effect: 'abgewehrt',
    attempt_reported: 'Versuch gemeldet',
    unknown: 'Ausgang unbekannt',
    withheld: 'Ausgang nicht angegeben',
  },
  reason: {
    graded: ({ source }) => `Die beste Einstufung hat ${source}; sie ist so angegeben.`,
    by_kind: ({ source, kind }) =>
      `Niemand hat ${source} eingestuft; es gilt, was für diese Art von Quelle gilt: ${kinds[kind ?? ''] ?? kinds['unnamed']}.`,
    no_source: () => 'Keine Quelle ist genannt.',
    best_source: ({ source, grade }) => `Unter den Quellen ist ${source} die am besten eingestufte (${grade}).`,
    only_source: ({ source, grade }) => `Einzige Quelle ist ${source}, eingestuft mit ${grade}.`,
    only_denials: () => 'Es liegen nur Dementis vor.',
    confirmed_and_denied: ({ origins }) =>
      `${origins} voneinander unabhängige Quellen berichten davon; eine Seite bestreitet, dass es geschehen ist.`,
    single_and_denied: () => 'Nur eine Herkunft berichtet davon, und eine Seite bestreitet, dass es geschehen ist.',
    independent_sources: ({ origins }) => `${origins} voneinander unabhängige Quellen berichten davon.`,
    admitted: () => 'Die Seite, um die es geht, räumt es selbst ein.',
    observed: ({ means: how }) => `Wer berichtet, hat es selbst wahrgenommen (${meansOf(how)}).`,
    responsibility_denied: () => 'Eine Herkunft berichtet davon; die beschuldigte Seite weist die Verantwortung zurück.',
    no_time_or_place: () => 'Ort oder Zeit fehlen; so ist es nicht zu beurteilen.',
    one_origin: () => 'Alle Berichte gehen auf eine Herkunft zurück.',
    observed_and_reported: ({ origins }) =>
      `${origins} unabhängige Quellen berichten davon, und jemand, der keiner Seite angehört, hat es wahrgenommen.`,
    both_sides_report: () => 'Beide Seiten berichten davon.',
  },
  same: {
    two_prints: 'zweimal gedruckt, was eine Quelle sagt',
    answer: 'Antwort auf diesen Vorwurf',
    general_answer: 'Antwort auf alles, was für diese Tage und dieses Gebiet vorgeworfen wird',
    decided: 'von einem Menschen zugeordnet',
    same_row: 'dieselbe Zeile derselben Tabelle',
    same_words: 'dieselben Worte',
    words_of_two_rows: 'dieselben Worte in zwei Zeilen einer Tabelle',
    same_class_somewhere: 'dieselbe Art von Objekt am selben Tag, der Ort ist offen',
    time_uncertain: 'die Zeiten passen, sind aber ungenau',
    words_alike: 'ähnliche Worte',
    next_cell: 'im Nachbarfeld',
    same_hour_and_cell: 'dieselbe Stunde und dasselbe Feld',
    same_class_day_and_place: 'dieselbe Art von Objekt, derselbe Tag und derselbe Ort',
    sides_accuse_each_other: 'die Seiten beschuldigen einander wegen desselben Orts und Tags',
    class_unknown: 'die Art des Objekts ist nicht genannt',
    not_told_apart: 'nicht auseinanderzuhalten',
    same_news_report: 'im selben Bericht',
  },
};
