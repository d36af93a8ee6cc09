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
  },
};
