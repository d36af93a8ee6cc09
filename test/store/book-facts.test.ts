import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { followFacts } from '../../src/app/book-facts.ts';
import { desk, readIn } from './filled-book.ts';
import { newBook, STORES } from './stores.ts';

afterAll(async () => {
  for (const kind of STORES) await kind.stop();
});

const KINDS = ['report', 'gap'] as const;
const gap = (id: number, why: string | null) =>
  ({
    kind: 'gap',
    id: `gap-${id}`,
    body: why === null ? null : { from: '2025-03-18', to: '2025-03-20', side: 'UA', source: null, why: why as 'source_silent' },
  }) as const;

for (const kind of STORES) {
  describe(`facts followed in ${kind.name}`, () => {
    test('are at every moment those of the book', async () => {
      const step = fc.oneof(
        fc.record({ do: fc.constant('add' as const), id: fc.nat(4) }),
        fc.record({ do: fc.constant('change' as const), id: fc.nat(4) }),
        fc.record({ do: fc.constant('remove' as const), id: fc.nat(4) }),
        fc.record({ do: fc.constant('report' as const), id: fc.nat(6) }),
        fc.record({ do: fc.constant('erase' as const), id: fc.nat(6) }),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
          const { store } = await newBook(kind);
          const follow = followFacts(store, KINDS);
          let count = 0;
          for (const one of steps) {
            count++;
            if (one.do === 'add') await store.append([gap(one.id, 'source_silent')], desk);
            else if (one.do === 'change') await store.append([gap(one.id, 'not_collected')], desk);
            else if (one.do === 'remove') await store.append([gap(one.id, null)], desk).catch(() => undefined);
            else if (one.do === 'report') await store.append(readIn(`r${one.id}`, `Text ${one.id}.`, '2025-03-18'), desk);
            else {
              const [first] = await store.facts('report');
              if (first) await store.erase({ kind: 'report', id: first.id }, { ...desk, why: 'a court' }).catch(() => undefined);
            }
            if (count % 2 === 0) continue;
            const facts = await follow();
            for (const each of KINDS) expect(facts.of(each)).toEqual(await store.facts(each));
          }
          await store.close();
        }),
        { numRuns: kind.name === 'embedded' ? 25 : 8 },
      );
    });

    test('are not read anew where nothing has come', async () => {
      const { store } = await newBook(kind);
      await store.append(readIn('a', 'Text.', '2025-03-18'), desk);
      const asked: string[] = [];
      const follow = followFacts(
        {
          ...store,
          facts: (of, query) => {
            asked.push(`${of} ${query?.after ?? 'all'}`);
            return store.facts(of, query);
          },
        },
        KINDS,
      );
      const first = await follow();
      expect(asked).toEqual(['report all', 'gap all']);
      expect((await follow()).of('report')).toBe(first.of('report'));
      await store.append(readIn('b', 'Mehr Text.', '2025-03-19'), desk);
      const [known] = first.of('report');
      expect((await follow()).of('report')).toHaveLength(2);
      expect(asked.slice(2)).toEqual([`report ${known?.seq}`]);
      await store.close();
    });
  });
}
