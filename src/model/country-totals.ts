/**
 * What one side says was launched at a whole country on a day and how much of it was intercepted. There is deliberately no
 * place of launch, no region, no carrier, no type of weapon and no place that was hit.
 */
export interface CountryTotals {
  readonly id: string;
  readonly source: string;
  /** Side that counts (holder code), or null where no side does. */
  readonly speaker: string | null;
  /** Country that was attacked, ISO 3166-1 alpha-2. */
  readonly territory: string;
  /** Calendar day, `2025-03-18`. */
  readonly day: string;
  /** Kind of act of `src/model/acts.yaml`. */
  readonly act: string;
  readonly launched: number;
  readonly intercepted: number;
  /** Rows of the table that went into it, and in how many of them each of the two numbers was missing. */
  readonly rows: number;
  readonly launchedMissing: number;
  readonly interceptedMissing: number;
}
