import type { CountRange } from '../../model/index.ts';
import { gradesDe } from '../monitor/grades-de.ts';
import type { DailyMessages } from './messages.ts';
import { runsIn } from './runs-in.ts';

const range = ({ min, max }: CountRange): string => (min === max ? String(min) : `${min} bis ${max}`);
const list = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} und ${items.at(-1)}`;
const isOne = ({ min, max }: CountRange): boolean => min === 1 && max === 1;
const before = (count: CountRange): string => `zuvor ${range(count)}`;
const incidents = (count: number): string => `${count} ${count === 1 ? 'Vorfall' : 'Vorfälle'}`;
/** "Vorfall 1", "Vorfälle 1 und 2". */
const named = (rows: string): string => (/\D/.test(rows) ? `Vorfälle ${rows}` : `Vorfall ${rows}`);

const namedDative = (rows: string): string => named(rows).replace('Vorfälle', 'Vorfällen');

/** German. */
export const dailyDe: DailyMessages = {
  title: 'Tagesbericht',
  numbered: (number) => `Tagesbericht ${number}`,
  audience: {
    internal: 'intern, nicht zur Weitergabe',
    partners: 'Partner',
    parties: 'Konfliktparteien',
    public: 'Öffentlichkeit',
  },
  range,
  rows: (numbers) => list(runsIn(numbers)),
  head: {
    period: 'Berichtszeit',
    periodOf: (from, until, zone) => `${from} bis ${until}; alle Uhrzeiten in ${zone}`,
    for: 'Fassung für',
    lag: 'Verzug',
    lagOf: ({ energy, other_civilian: other }, hoursOf) =>
      [
        energy === null
          ? 'Vorfälle an Energieanlagen erscheinen nicht'
          : `Vorfälle an Energieanlagen erscheinen frühestens ${hoursOf(energy)} nach dem Ereignis`,
        other === null ? 'andere zivile nicht' : `andere zivile nach ${hoursOf(other)}`,
        'Orte militärischer Objekte nie',
      ].join(', '),
    completeBefore: (date) => `vollständig für Ereignisse vor dem ${date}`,
    noLag: 'keiner',
    hours: (hours) => `${hours} Stunden`,
    columns: 'Spalten',
    columnsOf: (parties, brokers) => (brokers === '' ? parties : `${parties}; als Vermittler ${brokers}`),
    release: 'Freigabe',
    note: 'Eine Einordnung sagt, ob ein Vorfall unter die Lesart einer Seite fällt. Sie sagt nicht, ob er stattgefunden hat, und nicht, wer es war.',
  },
  section: {
    findings: 'Das Wichtigste',
    changes: 'Was die Seiten anders sagen als zuvor',
    incidents: 'Vorfälle',
    otherAgreements: 'Andere Vereinbarungen',
    exchanges: 'Vorwürfe und Antworten',
    limits: 'Was sich nicht feststellen ließ',
    map: 'Karte',
    regions: 'Nach Regionen',
    notes: 'Quellen',
    card: 'Zu dieser Freigabe',
  },
  finding: {
    noIncidents: (then) => `Seit dem vorigen Bericht kam kein Vorfall hinzu (${before(then)}).`,
    incidents: (now, then) =>
      `Seit dem vorigen Bericht ${isOne(now) ? 'kam 1 Vorfall' : `kamen ${range(now)} Vorfälle`} hinzu (${before(then)})`,
    chargedSide: ({ object }, now, then) => `Vorwürfe gegen ${object}: ${range(now)} (${before(then)})`,
    chargedSeveral: (now, then) => `gegen mehrere Seiten: ${range(now)} (${before(then)})`,
    chargedNobody: (now, then) => `niemandem zugeschrieben: ${range(now)} (${before(then)})`,
    updated: (count) => `Zu ${count === 1 ? 'einem früheren Vorfall' : `${count} früheren Vorfällen`} kam Neues hinzu.`,
    answers: ({ charged, denied, mutual, admitted, maybeAnswered, unanswered }) => {
      const of = (count: number): string => (count < charged ? `in ${count}` : charged === 1 ? 'dazu' : 'in allen');
      const parts = [
        ...(denied > 0 ? [`${of(denied)} weist die beschuldigte Seite den Vorwurf zurück`] : []),
        ...(mutual > 0 ? [`${of(mutual)} beschuldigen die Seiten einander`] : []),
        ...(admitted > 0 ? [`${of(admitted)} räumt die beschuldigte Seite es selbst ein`] : []),
        ...(maybeAnswered > 0 ? [`${of(maybeAnswered)} gibt es eine Antwort, die vielleicht dazu gehört`] : []),
        ...(unanswered > 0 ? [`${of(unanswered)} ist von der beschuldigten Seite keine Antwort bekannt`] : []),
      ];
      return `Von ${charged === 1 ? 'einem Vorfall' : `${charged} Vorfällen`} mit Vorwürfen: ${parts.join('; ')}.`;
    },
    noCharges: 'Zu keinem der Vorfälle wird jemand beschuldigt.',
    readings: (count, agreement) => `Von ${incidents(count).replace('Vorfälle', 'Vorfällen')}, gemessen am „${agreement}“`,
    reading: ({ name }, covered, outside, open) => {
      const parts = [`${covered} erfasst`, ...(outside > 0 ? [`${outside} nicht`] : []), ...(open > 0 ? [`${open} offen`] : [])];
      return `Lesart ${name} ${parts.join(', ')}`;
    },
    occurrence: (count, { verified, corroborated, single_source: single, unverified }) => {
      const parts = [
        ...(verified > 0 ? [`${verified} überprüft`] : []),
        ...(corroborated > 0 ? [`${corroborated} von voneinander unabhängigen Quellen berichtet`] : []),
        ...(single > 0 ? [`${single} nur von einer Seite oder Quelle berichtet`] : []),
        ...(unverified > 0 ? [`${unverified} ungeprüft`] : []),
      ];
      return `Zum Hergang: von ${count === 1 ? 'einem neuen Vorfall' : `${count} neuen Vorfällen`} ${single + unverified === 1 && parts.length === 1 ? 'ist' : 'sind'} ${list(parts)}.`;
    },
    noChanges: 'Was die Seiten zu den Vereinbarungen sagen, ist unverändert.',
    changes: (count) =>
      count === 1 ? 'Zu den Vereinbarungen hat sich eines geändert.' : `Zu den Vereinbarungen haben sich ${count} Dinge geändert.`,
    state: (agreement, was, is) => (was === null ? `„${agreement}“: ${is}.` : `„${agreement}“: ${is} (zuvor: ${was}).`),
    withheld: (count) =>
      count === null
        ? 'Weitere Vorfälle liegen noch in der Sperrfrist; wie viele, sagt diese Fassung nicht.'
        : isOne(count)
          ? 'Ein Vorfall liegt noch in der Sperrfrist.'
          : `${range(count)} Vorfälle liegen noch in der Sperrfrist.`,
    noneWithheld: 'Kein Vorfall ist wegen einer Sperrfrist zurückgehalten.',
    gaps: (count) =>
      count === 1
        ? 'In einem Abschnitt der Berichtszeit schweigen Quellen; eine Null heißt dort wenig.'
        : `In ${count} Abschnitten der Berichtszeit schweigen Quellen; eine Null heißt dort wenig.`,
    noGaps: 'Lücken in der Berichtslage sind nicht bekannt.',
  },
  change: {
    none: 'Keine.',
    general: 'Ohne Bezug zu einer einzelnen Vereinbarung',
    state: (was, is) => (was === null ? `Stand: ${is}` : `Stand: ${is} (zuvor: ${was})`),
    partyState: ({ name }, was, is) => (was === null ? `${name}: ${is}` : `${name}: ${is} (zuvor: ${was})`),
    kind: { new: 'neu', replaced: 'geändert', difference: 'Unterschied', answered: 'beantwortet' },
    shift: ({ name }, issue, was, is) => `${name}, ${issue}: ${is} (zuvor: ${was})`,
    more: (count) => (count === 1 ? 'und eine weitere Änderung' : `und ${count} weitere Änderungen`),
  },
  table: {
    caption: (agreement) =>
      agreement === null
        ? 'Vorfälle, die seit dem vorigen Bericht hinzukamen'
        : `Vorfälle, die seit dem vorigen Bericht hinzukamen, und was nach jeder Lesart folgt: ${agreement}`,
    none: 'Seit dem vorigen Bericht kam kein Vorfall hinzu.',
    number: 'Nr.',
    when: 'Wann',
    where: 'Wo',
    what: 'Was',
    charge: 'Wem es wer zuschreibt',
    grade: 'Einstufung',
    reading: ({ name }) => `Lesart ${name}`,
    updated: 'ergänzt',
    noDate: 'ohne Datum',
    noPlace: 'ohne Ort',
    noObject: 'Objekt nicht genannt',
    maybeSame: (numbers) => `vielleicht dasselbe wie ${numbers}`,
    charged: (to, by) => `${to}, laut ${by}`,
    admitted: (side) => `${side}, nach eigenen Worten`,
    deniedBy: (sides) => `bestritten: ${sides}`,
    mutual: 'gegenseitig',
    nobodyCharged: 'niemandem',
    claims: (states) => `beansprucht: ${states}`,
    verdict: {
      covered: 'erfasst',
      not_covered_object: 'nicht erfasst: Objekt',
      not_covered_actor: 'nicht erfasst: bindet diese Seite nicht',
      not_covered_act: 'nicht erfasst: Handlung',
      not_covered_place: 'nicht erfasst: Ort',
      before_start: 'vor dem Beginn',
      after_end: 'nach dem Ende',
      suspended_or_released: 'ausgesetzt oder nicht mehr bindend',
      reading_unknown: 'offen: Lesart unbekannt',
      indeterminate: 'offen',
    },
    open: {
      reading: 'Lesart',
      object: 'Objekt',
      act: 'Handlung',
      place: 'Ort',
      start: 'Beginn',
      end: 'Ende',
      suspension: 'Aussetzung',
      bound: 'wen es bindet',
      versions: 'zwei Fassungen',
    },
    occurrence: gradesDe.occurrence,
    attribution: gradesDe.attribution,
    legend:
      'Einstufung: Buchstabe für die Quelle, Ziffer für die Nachricht, jedes für sich; darunter, woher der Hergang bekannt ist. „Offen“ nennt, was eine Seite nicht gesagt hat oder was zum Vorfall nicht bekannt ist.',
    source: gradesDe.source,
    information: gradesDe.information,
    shown: (count, of) => `${count} von ${of} Vorfällen; alle stehen in der JSON-Fassung.`,
    otherAgreements: (agreements) => `Unter ${agreements} fällt keiner der Vorfälle, oder dazu ist nicht genug bekannt.`,
  },
  exchange: {
    caption: 'Was jede Seite zu jedem Vorfall sagt; die Spalten sind für alle gleich',
    incident: 'Vorfall',
    others: 'Andere',
    general: 'ohne einzelnen Vorfall',
    silent: 'nichts bekannt',
    words: {
      reports: (accused) => (accused === null ? 'berichtet davon' : `berichtet davon und nennt ${accused.object}`),
      alleges: (accused) => (accused === null ? 'sagt, es sei geschehen' : `beschuldigt ${accused.object}`),
      confirms: (accused, isOwn) =>
        isOwn ? 'räumt es ein' : accused === null ? 'bestätigt es' : `bestätigt es und nennt ${accused.object}`,
      denies: (accused, isOwn) =>
        accused === null
          ? 'bestreitet, dass es geschah'
          : isOwn
            ? 'bestreitet, es gewesen zu sein'
            : `bestreitet, dass es ${accused.subject} ${accused.plural ? 'waren' : 'war'}`,
      counter_alleges: (accused) => (accused === null ? 'widerspricht' : `beschuldigt dagegen ${accused.object}`),
      no_comment: () => 'äußert sich nicht',
    },
    isNew: 'neu',
    isMaybe: 'vielleicht dazu',
    reply: (speaker) => (speaker === null ? 'Erwiderung' : `Erwiderung von ${speaker}`),
    none: 'Keine seit dem vorigen Bericht.',
  },
  limit: {
    none: 'Nichts Weiteres.',
    verdict: ({ name }, why, rows) => `Lesart ${name}, offen bei ${namedDative(rows)}: ${why}.`,
    verdictUntold: ({ name }, rows) => `Lesart ${name}, offen bei ${namedDative(rows)}; der Grund steht in dieser Fassung nicht.`,
    why: {
      reading: 'von dieser Seite ist dazu nichts bekannt',
      object: 'ihre Worte, oder was über das Objekt bekannt ist, lassen offen, ob es geschützt ist',
      act: 'ihre Worte lassen offen, ob auch eine solche Handlung gemeint ist',
      place: 'ihre Worte lassen das Gebiet offen',
      start: 'sie hat den Beginn nicht genannt oder nennt ihn nicht eindeutig',
      end: 'ob es beendet war, ist offen',
      suspension: 'ob es ausgesetzt war, ist offen',
      bound: 'wen es bindet oder wer es war, ist nicht gesagt',
      versions: 'sie hat zwei Fassungen, aus denen Verschiedenes folgt',
    },
    singleSource: (rows) => `Nur eine Seite oder Quelle berichtet davon, ohne unabhängige Bestätigung: ${named(rows)}.`,
    unverified: (rows) => `Ob es geschehen ist, ist ungeprüft: ${named(rows)}.`,
    disputed: (rows) => `Wer es war, ist zwischen den Seiten strittig: ${named(rows)}.`,
    noRegion: (rows) => `Die Region ist nicht bekannt oder nicht freigegeben: ${named(rows)}.`,
    noDay: (rows) => `Der Tag ist nicht genau bekannt: ${named(rows)}.`,
    noClass: (rows) => `Welche Art von Objekt es war, ist nicht eindeutig: ${named(rows)}.`,
    maybeSame: (rows) => `Vielleicht dasselbe Ereignis, daher Zahlen als Spanne: ${named(rows)}.`,
    withheld: (count) =>
      `In der Sperrfrist und deshalb nicht in diesem Bericht: ${count === null ? 'Vorfälle, deren Zahl diese Fassung nicht nennt' : isOne(count) ? 'ein Vorfall' : `${range(count)} Vorfälle`}.`,
    datedToTheDay: (count) =>
      `${count === 1 ? 'Eine Quelle trägt' : `${count} Quellen tragen`} nur das Datum des Berichtstags ohne Uhrzeit; ein solcher Tag gilt an seinem Ende (UTC) als bekannt und zählt in den nächsten Bericht.`,
    gap: (who, from, to, why) =>
      `${who === null ? 'Alle Quellen' : `Quellen der Seite ${who}`}, ${from === to ? from : `${from} bis ${to}`}: ${why}.`,
    gapWhy: { no_source: 'keine vorhanden', source_silent: 'nichts berichtet', stated: 'als Lücke vermerkt' },
    question: (text, to) => (to === '' ? `Offene Frage: ${text}` : `Offene Frage an ${to}: ${text}`),
  },
  map: {
    caption: 'Vorfälle des Berichts nach Regionen',
    region: 'Region',
    incidents: 'Vorfälle',
    numbers: 'Nummern',
    marks: (sides) =>
      `Schraffur und Zeichen sagen, wer einen Vorfall angibt: ${sides.join(', ')}; die Zahl sagt, wie viele. Sie stehen in der Mitte der Region, nicht am Ort.`,
    boundaries:
      'Grenzen, wie sie die Generalversammlung der Vereinten Nationen anerkennt (A/RES/68/262). Frontverläufe sind nicht gezeigt.',
  },
  notes: { noDate: 'ohne Datum', noAddress: 'ohne Adresse', none: 'Keine.' },
  card: {
    release: 'Freigabe',
    hash: 'Prüfsumme (SHA-256)',
    corrects: 'Berichtigt',
    transforms: 'Was vor der Weitergabe geändert wurde',
    noTransforms: 'Nichts.',
    transform: {
      embargo: 'Vorfälle in der Sperrfrist zurückgehalten',
      military: 'militärische Objekte nur nach dem Staat genannt',
      batch: 'Nachträge bis zum nächsten Stichtag zurückgestellt',
      place: 'Orte vergröbert',
      time: 'Zeiten vergröbert',
      class: 'Objekte nur nach ihrer Gruppe genannt',
      outcome: 'Ausgang weggelassen',
      verdict: 'Einordnungen nach der gröberen Angabe neu getroffen',
      name: 'Namen zurückgehalten',
      position: 'Koordinaten aus Texten entfernt',
      address: 'Adressen weggelassen',
      text: 'Texte gekürzt oder weggelassen',
      provenance: 'Herkunft in Tabellen weggelassen',
      count: 'kleine Zahlen als Spanne genannt',
      id: 'Kennungen ersetzt',
    },
    times: (count) => (count === null ? 'Zahl nicht genannt' : `${range(count)}-mal`),
    balance: 'Worauf der Bericht beruht',
    sources: (side, count) => `${side ?? 'keiner Seite zugeordnet'}: ${count} ${count === 1 ? 'Quelle' : 'Quellen'}`,
    curated: (share) =>
      share === null
        ? 'Lesarten liegen nicht zugrunde.'
        : share === 1
          ? 'Alle Lesarten sind von Menschen eingetragen.'
          : share === 0
            ? 'Alle Lesarten sind aus Berichten gelesen, keine ist von Menschen eingetragen.'
            : `${Math.round(share * 100)} % der Lesarten sind von Menschen eingetragen, die übrigen aus Berichten gelesen.`,
    note: 'Die Prüfsumme zeigt, dass der Text unverändert ist. Sie zeigt nicht, dass er wahr ist.',
    made: 'Erstellt mit Trucebook',
  },
  print: { page: (page, pages) => `Seite ${page} von ${pages}` },
};
