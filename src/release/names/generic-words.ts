/** Words of one use that stand in the names of many sites and operators. */
export interface GenericWords {
  /** `facility`: they call one; `division`: they say that a region is meant; `region`, `capital`: they name one. */
  readonly kind: 'general' | 'facility' | 'division' | 'region' | 'capital';
  readonly words: readonly string[];
}
