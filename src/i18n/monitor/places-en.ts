import type { PlaceMessages } from './places-messages.ts';

const precision: PlaceMessages['precision'] = {
  exact_10m: 'known to ten metres',
  vicinity_100m: 'known to a hundred metres',
  locality_1km: 'known to a kilometre',
  settlement: 'the settlement is known',
  cell: 'a cell of 25 kilometres is known',
  admin2: 'the district is known',
  admin1: 'the region is known',
  country: 'the state is known',
  unknown: 'unknown',
};
const known = (value: string | undefined): string => (precision as Readonly<Record<string, string>>)[value ?? ''] ?? precision.unknown;

/** English. */
export const placesEn: PlaceMessages = {
  precision,
  match: { named: 'named', within: 'on the grounds', near: 'in the vicinity', class_only: 'kind of object only' },
  reasons: {
    match_named: () => 'The report names an object of this kind.',
    match_within: (values) => `The spot lies on the grounds of an object of this kind (${known(values['precision'])}).`,
    match_near: (values) =>
      `An object of this kind lies within what the stated place leaves open (${known(values['precision'])}); whether it was meant is not established.`,
    match_class_only: () => 'The report states the kind of object; no particular one can be told.',
  },
};
