import { describe, expect, test } from 'vitest';
import { memoryFiles } from '../memory-files.ts';
import { compareImports } from './compare-imports.ts';
import { importIncidents } from './import-table.ts';

const reportsOf = async (text: string, name: string, now = '2026-01-31T09:30Z') =>
  (await importIncidents(name, memoryFiles({ [name]: text }), { now })).reports;

const OLD =
  'id,from,admin1,objects,damage\na,2025-03-20,UA-51,rail,1\nb,2025-03-21,UA-63,port,2\nc,2025-03-22,UA-59,,3\nd,2025-03-23,UA-59,,4\n';
const NEW =
  'id,from,admin1,objects,damage\nd,2025-03-23,UA-59,,5\na,2025-03-20,UA-48,rail | port,1\nb,2025-03-21,UA-63,port,2\ne,2025-03-24,UA-59,,6\n';

describe('two versions of one table', () => {
  test('what was added, changed and withdrawn; what is refused at the door is no change', async () => {
    const [before, after] = [await reportsOf(OLD, 'old.csv'), await reportsOf(NEW, 'new.csv', '2026-02-28T09:30Z')];
    const { added, changed, withdrawn, same } = compareImports(before, after);
    expect(added.map(({ row }) => row?.key)).toEqual(['e']);
    expect(withdrawn.map(({ row }) => row?.key)).toEqual(['c']);
    expect(same).toBe(2);
    expect(changed.map(({ key, fields }) => [key, fields])).toEqual([
      [
        'a',
        [
          { field: 'place.admin1', before: 'UA-51', after: 'UA-48' },
          { field: 'objects', before: 'rail', after: 'rail; port' },
        ],
      ],
    ]);
    expect(changed[0]?.before.id).not.toBe(changed[0]?.after.id);
  });

  test('a table is the same as itself, and turning the two round turns the answer round', async () => {
    const [before, after] = [await reportsOf(OLD, 'old.csv'), await reportsOf(NEW, 'new.csv')];
    expect(compareImports(before, before)).toEqual({ added: [], changed: [], withdrawn: [], same: 4 });
    const [there, back] = [compareImports(before, after), compareImports(after, before)];
    expect(back.added).toEqual(there.withdrawn);
    expect(back.withdrawn).toEqual(there.added);
    expect(back.changed.map(({ key }) => key)).toEqual(there.changed.map(({ key }) => key));
  });

  test('rows without a key are withdrawn and added', async () => {
    const text = (day: string) => `from,admin1\n2025-03-20,UA-51\n${day},UA-63\n`;
    const { added, withdrawn, changed, same } = compareImports(
      await reportsOf(text('2025-03-21'), 'o.csv'),
      await reportsOf(text('2025-03-22'), 'n.csv'),
    );
    expect([added.length, withdrawn.length, changed.length, same]).toEqual([1, 1, 0, 1]);
  });
});
