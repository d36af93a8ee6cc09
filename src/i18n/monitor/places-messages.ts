import type { MatchKind, PlacePrecision } from '../../model/index.ts';

/** Why a match or a place is what it is; `src/monitor` gives the codes. */
export type PlaceReason =
  | 'match_named'
  | 'match_within'
  | 'match_near'
  | 'match_class_only'
  | 'place_by_position'
  | 'place_by_name'
  | 'place_seat'
  | 'place_several'
  | 'place_unlisted'
  | 'place_contradicted'
  | 'place_outside'
  | 'control_no_set'
  | 'control_too_old'
  | 'control_outside'
  | 'control_near_line'
  | 'control_disputed';

/** Words of places and of matches to sites. None of them says which site, how far, or how likely. */
export interface PlaceMessages {
  readonly precision: Readonly<Record<PlacePrecision, string>>;
  readonly match: Readonly<Record<MatchKind, string>>;
  /** The sentence of a reason, from the values it carries. */
  readonly reasons: Readonly<Record<PlaceReason, (values: Readonly<Record<string, string>>) => string>>;
}
