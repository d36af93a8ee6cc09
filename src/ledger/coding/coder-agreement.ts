/** One coder's value for one unit. */
export interface Coded {
  readonly unit: string;
  readonly coder: string;
  readonly value: string;
}

/** How far coders agree beyond chance, and on how much that rests. */
export interface CoderAgreement {
  /** Krippendorff's alpha for nominal data: 1 full agreement, 0 chance, below 0 systematic disagreement; null if undefined. */
  readonly alpha: number | null;
  /** Units that at least two coders have coded; others say nothing about agreement. */
  readonly units: number;
  readonly coders: number;
  /** Pairable values. */
  readonly values: number;
  /** Units on which the coders differ, in the order of their ids: what a third person decides. */
  readonly disputed: readonly string[];
}

/**
 * Measures agreement with Krippendorff's alpha for nominal data (Krippendorff, "Computing Krippendorff's Alpha-Reliability",
 * 2011): any number of coders, missing values allowed. Of several values of one coder for a unit the last counts.
 */
export function measureCoderAgreement(codings: readonly Coded[]): CoderAgreement {
  const units = new Map<string, Map<string, string>>();
  for (const { unit, coder, value } of codings) {
    const values = units.get(unit) ?? new Map<string, string>();
    values.set(coder, value);
    units.set(unit, values);
  }
  const pairable = [...units].filter(([, values]) => values.size > 1).sort(([a], [b]) => (a < b ? -1 : 1));
  const totals = new Map<string, number>();
  let observed = 0;
  let count = 0;
  for (const [, values] of pairable) {
    const here = new Map<string, number>();
    for (const value of values.values()) {
      here.set(value, (here.get(value) ?? 0) + 1);
      totals.set(value, (totals.get(value) ?? 0) + 1);
    }
    const size = values.size;
    count += size;
    let agreeing = 0;
    for (const n of here.values()) agreeing += n * (n - 1);
    observed += (size * (size - 1) - agreeing) / (size - 1);
  }
  let chance = 0;
  for (const n of totals.values()) chance += n * (count - n);
  return {
    // Where everybody always gave the same value, chance explains all of it and alpha is not defined.
    alpha: count < 2 || chance === 0 ? null : 1 - ((count - 1) * observed) / chance,
    units: pairable.length,
    coders: new Set(codings.map(({ coder }) => coder)).size,
    values: count,
    disputed: pairable.filter(([, values]) => new Set(values.values()).size > 1).map(([unit]) => unit),
  };
}
