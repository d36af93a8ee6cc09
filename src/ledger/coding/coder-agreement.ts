import type { MeasurementLevel } from '../../model/index.ts';

/** One coder's value for one unit. */
export interface Coded {
  readonly unit: string;
  readonly coder: string;
  readonly value: string;
}

/** How the values of a variable are compared. */
export interface Measurement {
  readonly level: MeasurementLevel;
  /** Values in their order; only for ordinal data. Others come behind them by name. */
  readonly order?: readonly string[];
}

/** How far coders agree beyond chance, and on how much that rests. */
export interface CoderAgreement {
  /** Krippendorff's alpha: 1 full agreement, 0 chance, below 0 systematic disagreement; null if undefined. */
  readonly alpha: number | null;
  /** Units that at least two coders have coded; others say nothing about agreement. */
  readonly units: number;
  readonly coders: number;
  /** Pairable values. */
  readonly values: number;
  /** Units on which the coders differ, in the order of their ids: what a third person decides. */
  readonly disputed: readonly string[];
}

/** A span in which alpha lies in 95 of 100 samples drawn from the same units. */
export interface AlphaInterval {
  readonly from: number;
  readonly to: number;
}

const NOMINAL: Measurement = { level: 'nominal' };
const SAMPLES = 1_000;
const OUTSIDE = 0.025;

/** Values of the units that at least two coders have coded, as numbers of categories. */
interface Table {
  readonly ids: readonly string[];
  readonly units: readonly (readonly number[])[];
  readonly categories: readonly string[];
  readonly measurement: Measurement;
}

function tableOf(codings: readonly Coded[], measurement: Measurement): Table {
  const units = new Map<string, Map<string, string>>();
  for (const { unit, coder, value } of codings) {
    const values = units.get(unit) ?? new Map<string, string>();
    values.set(coder, value);
    units.set(unit, values);
  }
  const pairable = [...units].filter(([, values]) => values.size > 1).sort(([a], [b]) => (a < b ? -1 : 1));
  const used = [...new Set(pairable.flatMap(([, values]) => [...values.values()]))];
  const place = new Map((measurement.order ?? []).map((value, at) => [value, at]));
  const behind = place.size;
  const categories = used.sort((a, b) => (place.get(a) ?? behind) - (place.get(b) ?? behind) || (a < b ? -1 : 1));
  const number = new Map(categories.map((value, at) => [value, at]));
  return {
    ids: pairable.map(([id]) => id),
    units: pairable.map(([, values]) => [...values.values()].map((value) => number.get(value) ?? 0)),
    categories,
    measurement,
  };
}

/** Squared difference of two categories, given how often each occurs. */
function differenceOf({ measurement, categories }: Table, totals: readonly number[]): (a: number, b: number) => number {
  if (measurement.level === 'interval') return (a, b) => (Number(categories[a]) - Number(categories[b])) ** 2;
  if (measurement.level === 'nominal') return (a, b) => (a === b ? 0 : 1);
  return (a, b) => {
    if (a === b) return 0;
    const [low, high] = a < b ? [a, b] : [b, a];
    let between = 0;
    for (let at = low; at <= high; at++) between += totals[at] ?? 0;
    return (between - ((totals[low] ?? 0) + (totals[high] ?? 0)) / 2) ** 2;
  };
}

/** Alpha = 1 − observed / expected disagreement; null where chance explains everything (nobody ever gave another value). */
function alphaOf(table: Table, units: readonly (readonly number[])[]): number | null {
  const totals = table.categories.map(() => 0);
  let count = 0;
  for (const values of units)
    for (const value of values) {
      totals[value] = (totals[value] ?? 0) + 1;
      count++;
    }
  const difference = differenceOf(table, totals);
  let observed = 0;
  for (const values of units) {
    let own = 0;
    for (const a of values) for (const b of values) own += difference(a, b);
    observed += own / (values.length - 1);
  }
  let chance = 0;
  for (const [a, n] of totals.entries()) for (const [b, m] of totals.entries()) chance += n * m * difference(a, b);
  return count < 2 || chance === 0 ? null : 1 - ((count - 1) * observed) / chance;
}

/**
 * Measures agreement with Krippendorff's alpha (Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011): any number of
 * coders, missing values allowed, nominal, ordinal or interval data. Of several values of one coder for a unit the last counts.
 */
export function measureCoderAgreement(codings: readonly Coded[], measurement: Measurement = NOMINAL): CoderAgreement {
  const table = tableOf(codings, measurement);
  return {
    alpha: alphaOf(table, table.units),
    units: table.units.length,
    coders: new Set(codings.map(({ coder }) => coder)).size,
    values: table.units.reduce((sum, values) => sum + values.length, 0),
    disputed: table.ids.filter((_, at) => new Set(table.units[at]).size > 1),
  };
}

/** Numbers from 0 to 1 that follow from a seed alone (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * The 95 per cent interval of alpha, by drawing the coded units anew with replacement. The same codings and seed give the same
 * interval; null where fewer than nine in ten samples have an alpha at all.
 */
export function alphaInterval(codings: readonly Coded[], measurement: Measurement, seed: number): AlphaInterval | null {
  const table = tableOf(codings, measurement);
  const random = randomFrom(seed);
  const alphas: number[] = [];
  for (let sample = 0; sample < SAMPLES && table.units.length > 0; sample++) {
    const drawn = table.units.map(() => table.units[Math.floor(random() * table.units.length)] ?? []);
    const alpha = alphaOf(table, drawn);
    if (alpha !== null) alphas.push(alpha);
  }
  if (alphas.length < SAMPLES * 0.9) return null;
  alphas.sort((a, b) => a - b);
  const at = (share: number): number => alphas[Math.min(alphas.length - 1, Math.floor(share * alphas.length))] ?? 0;
  return { from: at(OUTSIDE), to: at(1 - OUTSIDE) };
}
