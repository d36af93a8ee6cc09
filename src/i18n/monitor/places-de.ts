import type { PlaceMessages } from './places-messages.ts';

const precision: PlaceMessages['precision'] = {
  exact_10m: 'auf zehn Meter genau',
  vicinity_100m: 'auf hundert Meter genau',
  locality_1km: 'auf einen Kilometer genau',
  settlement: 'bekannt ist der Ort',
  cell: 'bekannt ist ein Feld von 25 Kilometern',
  admin2: 'bekannt ist der Kreis',
  admin1: 'bekannt ist die Region',
  country: 'bekannt ist der Staat',
  unknown: 'unbekannt',
};
const known = (value: string | undefined): string => (precision as Readonly<Record<string, string>>)[value ?? ''] ?? precision.unknown;

/** German. */
export const placesDe: PlaceMessages = {
  precision,
  match: { named: 'mit Namen genannt', within: 'auf dem Gelände', near: 'im Umkreis', class_only: 'nur die Art genannt' },
  reasons: {
    match_named: () => 'Der Bericht nennt ein Objekt dieser Art mit Namen.',
    match_within: (values) => `Die Stelle liegt auf dem Gelände eines Objekts dieser Art (${known(values['precision'])}).`,
    match_near: (values) =>
      `Ein Objekt dieser Art liegt in dem Umkreis, den die Ortsangabe offenlässt (${known(values['precision'])}); ob es gemeint ist, steht nicht fest.`,
    match_class_only: () => 'Der Bericht nennt die Art des Objekts; ein bestimmtes ist nicht zu erkennen.',
    place_by_position: () => 'Region und Staat ergeben sich aus der Stelle, die die Quelle angibt.',
    place_by_name: () => 'Der Ort ist an seinem Namen erkannt.',
    place_seat: () =>
      'Der Name gehört dem Verwaltungssitz einer Region und noch anderen Orten; da die Quelle keine Region nennt, gilt er dem Sitz.',
    place_several: () => 'Mehrere Orte tragen den Namen; festgehalten ist nur, was für alle gilt.',
    place_unlisted: () => 'Der Name steht in keinem der Ortsverzeichnisse, die vorliegen.',
    place_contradicted: () => 'Die Stelle und die Region, die die Quelle nennt, schließen einander aus; beides bleibt offen.',
    place_outside: () => 'Die Stelle liegt in keinem bekannten Umriss, etwa auf See; Region und Staat sind, was die Quelle sagt.',
    control_no_set: () => 'Wer den Ort an dem Tag kontrollierte, sagt keine der vorliegenden Karten.',
    control_too_old: () => 'Die letzte vorliegende Karte ist zu alt, um zu sagen, wer den Ort kontrollierte.',
    control_outside: () => 'Der Ort liegt außerhalb der Flächen, die die Karte zeigt.',
    control_near_line: () => 'Der Ort liegt näher an einer Linie, als er bekannt ist; wer ihn kontrollierte, bleibt offen.',
    control_disputed: () => 'Die Karte zeigt den Ort in den Flächen mehrerer Seiten.',
  },
};
