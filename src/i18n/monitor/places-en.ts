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
    place_by_position: () => 'Region and state follow from the spot the source gives.',
    place_by_name: () => 'The place is known by its name.',
    place_seat: () =>
      'The name is that of the seat of a region and of other places; the source names no region, so it is taken for the seat.',
    place_several: () => 'Several places bear the name; what is kept holds for all of them.',
    place_unlisted: () => 'The name stands in none of the gazetteers given.',
    place_contradicted: () => 'The spot and the region the source names exclude each other; both stay open.',
    place_outside: () => 'The spot lies in no known outline, at sea for instance; region and state are what the source says.',
    control_no_set: () => 'None of the maps given says who controlled the place on the day.',
    control_too_old: () => 'The latest map given is too old to say who controlled the place.',
    control_outside: () => 'The place lies outside the areas the map shows.',
    control_near_line: () => 'The place lies closer to a line than it is known; who controlled it stays open.',
    control_disputed: () => 'The map shows the place within the areas of several sides.',
  },
};
