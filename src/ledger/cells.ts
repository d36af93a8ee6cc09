import { type DossierAgreement, ELEMENTS, type Reading } from '../model/index.ts';
import { fillsColumn } from './as-of.ts';
import { compareValues } from './compare-values.ts';
import { groupBy } from './read/group-by.ts';
import { isVersion } from './term.ts';
import { valueKey } from './value-key.ts';

type Cell = DossierAgreement['cells'][number];
const PLACE = new Map(ELEMENTS.map((element, index) => [element, index]));

/** The table of one agreement: which readings stand in which cell, and how the holders of a row lie to one another. */
export function cellsOf(current: readonly Reading[], columns: readonly string[]): readonly Cell[] {
  const rows = groupBy(current.filter(fillsColumn), (reading) => reading.element);
  const cells: Cell[] = [];
  for (const [element, row] of [...rows].sort(([a], [b]) => (PLACE.get(a) ?? 0) - (PLACE.get(b) ?? 0))) {
    const held = groupBy(row, (reading) => reading.holder);
    const distinct = distinctValues(row);
    for (const holder of columns) {
      const readings = held.get(holder);
      if (!readings) continue;
      cells.push({ element, holder, readings: readings.map(({ id }) => id).sort(), mark: markOf(holder, readings, distinct) });
    }
  }
  return cells;
}

/** One reading for each holder and value: a row may hold a thousand reports of the same three versions. */
function distinctValues(row: readonly Reading[]): readonly Reading[] {
  const spoken = row.filter((reading) => reading.stance === 'disputes' || isVersion(reading));
  return [
    ...new Map(spoken.map((reading) => [`${reading.holder}\u001f${reading.stance}\u001f${valueKey(reading.value)}`, reading])).values(),
  ];
}

function markOf(holder: string, own: readonly Reading[], row: readonly Reading[]): Cell['mark'] {
  const spoken = row.filter((reading) => reading.holder === holder);
  if (!own.some((reading) => reading.stance === 'disputes' || isVersion(reading))) return 'silent';
  const others = row.filter((reading) => reading.holder !== holder);
  if (!others.length) return 'only';
  if (spoken.some((reading) => reading.stance === 'disputes')) return 'differ';
  return spoken.every((reading) => others.every((other) => sameMeaning(reading, other))) ? 'agree' : 'differ';
}

function sameMeaning(a: Reading, b: Reading): boolean {
  if (a.value.t !== b.value.t) return true;
  if (b.stance === 'disputes') return false;
  const { relation } = compareValues(a.value, b.value);
  return relation === 'equal' || relation === 'compatible';
}
