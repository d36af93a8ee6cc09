import { type DossierAgreement, ELEMENTS, type Element, type Reading } from '../model/index.ts';
import { fillsColumn } from './as-of.ts';
import { compareValues } from './compare-values.ts';

type Cell = DossierAgreement['cells'][number];
const PLACE = new Map(ELEMENTS.map((element, index) => [element, index]));

/** The table of one agreement: which readings stand in which cell, and how the holders of a row lie to one another. */
export function cellsOf(current: readonly Reading[], columns: readonly string[]): readonly Cell[] {
  const rows = new Map<Element, Map<string, Reading[]>>();
  for (const reading of current) {
    if (!fillsColumn(reading)) continue;
    const row = rows.get(reading.element) ?? new Map<string, Reading[]>();
    row.set(reading.holder, [...(row.get(reading.holder) ?? []), reading]);
    rows.set(reading.element, row);
  }
  const cells: Cell[] = [];
  for (const [element, row] of [...rows].sort(([a], [b]) => (PLACE.get(a) ?? 0) - (PLACE.get(b) ?? 0))) {
    for (const holder of columns) {
      const readings = row.get(holder);
      if (!readings) continue;
      cells.push({ element, holder, readings: readings.map(({ id }) => id).sort(), mark: markOf(holder, readings, row) });
    }
  }
  return cells;
}

function markOf(holder: string, own: readonly Reading[], row: ReadonlyMap<string, readonly Reading[]>): Cell['mark'] {
  const spoken = own.filter((reading) => reading.stance !== 'silent');
  if (!spoken.length) return 'silent';
  const others = [...row]
    .filter(([other]) => other !== holder)
    .flatMap(([, readings]) => readings.filter((reading) => reading.stance !== 'silent'));
  if (!others.length) return 'only';
  if (spoken.some((reading) => reading.stance === 'disputes')) return 'differ';
  // Each value is compared with each distinct value of the others; a row has few of them.
  const agree = spoken.every((reading) => others.every((other) => sameMeaning(reading, other)));
  return agree ? 'agree' : 'differ';
}

function sameMeaning(a: Reading, b: Reading): boolean {
  if (a.value.t !== b.value.t) return true;
  if (b.stance === 'disputes') return false;
  const { relation } = compareValues(a.value, b.value);
  return relation === 'equal' || relation === 'compatible';
}
