import type { Divergence, Dossier, DossierAgreement, OpenQuestion, Reading, StatementRelation } from '../model/index.ts';

/** Look-ups that a page needs of a dossier, made once for each. */
export interface DossierIndex {
  readonly readings: ReadonlyMap<string, Reading>;
  readonly agreements: ReadonlyMap<string, DossierAgreement>;
  readonly readingsOf: (agreement: string) => readonly Reading[];
  readonly divergencesOf: (agreement: string) => readonly Divergence[];
  readonly questionsOf: (agreement: string) => readonly OpenQuestion[];
  /** Readings that rest on a statement. */
  readonly readingsFrom: (statement: string) => readonly Reading[];
  readonly relationsOf: (statement: string) => readonly StatementRelation[];
  /** Reports known by the date of the dossier. */
  readonly reports: ReadonlyMap<string, Dossier['reports'][number]>;
}

function grouped<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): (key: string) => readonly T[] {
  const groups = new Map<string, T[]>();
  for (const item of items)
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  return (key) => groups.get(key) ?? [];
}

const made = new WeakMap<Dossier, DossierIndex>();

/** The look-ups of a dossier; they live as long as it does. */
export function indexOf(dossier: Dossier): DossierIndex {
  const known = made.get(dossier);
  if (known) return known;
  const all = [...dossier.readings, ...(dossier.setAside ?? [])];
  const index: DossierIndex = {
    readings: new Map(all.map((reading) => [reading.id, reading])),
    agreements: new Map(dossier.agreements.map((found) => [found.agreement.id, found])),
    readingsOf: grouped(dossier.readings, ({ agreement }) => [agreement]),
    divergencesOf: grouped(dossier.divergences, ({ agreement }) => [agreement]),
    questionsOf: grouped(dossier.openQuestions, ({ agreement }) => [agreement]),
    readingsFrom: grouped(dossier.readings, ({ statements }) => statements),
    relationsOf: grouped(dossier.relations, ({ from, to }) => [from, to]),
    reports: new Map(dossier.reports.map((report) => [report.key, report])),
  };
  made.set(dossier, index);
  return index;
}
