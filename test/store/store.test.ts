import { afterAll, describe, expect, test } from 'vitest';
import { type AnyNewFact, type BookStore, canonicalJson, openStore, sha256 } from '../../src/store/index.ts';
import { desk, place, readIn } from './filled-book.ts';
import { newBook, STORES, tickingClock } from './stores.ts';

const rules = { author: { kind: 'rules', name: 'rules-1' } } as const;

const whole = async (store: BookStore): Promise<void> => {
  const { faults } = await store.verify();
  expect(faults).toEqual([]);
};

for (const kind of STORES) {
  describe(`a book in ${kind.name}`, () => {
    afterAll(kind.stop);

    test('keeps what is written, in order, and finds it again after it was closed', async () => {
      const { place, store } = await newBook(kind);
      const first = await store.append(readIn('a', 'Kiew stimmte zu.', '2025-03-18'), desk);
      expect(first.entries.map(({ seq, action, kind: what }) => [seq, action, what])).toEqual([
        [2, 'add', 'source'],
        [3, 'add', 'report'],
      ]);
      await store.append(readIn('b', 'Moskau stimmte zu. '.repeat(100), '2025-03-19'), desk);
      await store.close();
      const again = await openStore(place, { now: tickingClock('2025-04-02T08:00:00Z') });
      const reports = await again.facts('report');
      expect(reports.map(({ body }) => body.key)).toEqual(['a', 'b']);
      expect(reports[1]?.body.text).toBe('Moskau stimmte zu. '.repeat(100));
      expect(Buffer.from((await again.content(reports[0]?.origin ?? '')) ?? []).toString('utf8')).toBe('Kiew stimmte zu.');
      expect(await again.counts()).toEqual({ book: 1, source: 2, report: 2 });
      expect((await again.head()).seq).toBe(5);
      await whole(again);
      await again.close();
    });

    test('the same once more writes nothing; another body is a change that keeps the former in its history', async () => {
      const { store } = await newBook(kind);
      const gap = (why: string): AnyNewFact => ({
        kind: 'gap',
        id: 'gap-1',
        body: { from: '2025-03-18', to: '2025-03-20', side: 'UA', source: null, why },
      });
      await store.append([gap('no_source')], desk);
      const second = await store.append([gap('no_source')], desk);
      expect(second.entries).toEqual([]);
      expect(second.skipped).toEqual([{ kind: 'gap', id: 'gap-1', why: 'same' }]);
      const third = await store.append([gap('stated')], { ...desk, why: 'the outlet said so' });
      expect(third.entries[0]?.action).toBe('change');
      const history = await store.entries({ about: 'gap-1' });
      expect(history.map(({ action, why }) => [action, why])).toEqual([
        ['add', null],
        ['change', 'the outlet said so'],
      ]);
      expect(history[1]?.before).toBe(history[0]?.after);
      expect((await store.fact('gap', 'gap-1'))?.body.why).toBe('stated');
      expect(JSON.parse(Buffer.from((await store.content(history[0]?.after ?? '')) ?? []).toString())).toMatchObject({ why: 'no_source' });
      const gone = await store.append([{ kind: 'gap', id: 'gap-1', body: null }], desk);
      expect(gone.entries[0]?.action).toBe('remove');
      expect(await store.fact('gap', 'gap-1')).toBeNull();
      expect(await store.entries({ about: 'gap-1' })).toHaveLength(3);
      await whole(store);
      await store.close();
    });

    test('one writing is one unit: a fact that cannot be written leaves none', async () => {
      const { store } = await newBook(kind);
      const [source, report] = readIn('a', 'Text.', '2025-03-18');
      if (!source || !report) throw new Error('two facts');
      const wrong = { ...source, id: 'f'.repeat(64) } as AnyNewFact;
      await expect(store.append([report, wrong], desk)).rejects.toThrow('TB_BOOK_SOURCE_HASH');
      expect((await store.head()).seq).toBe(1);
      expect(await store.facts('report')).toEqual([]);
      await whole(store);
      await store.close();
    });

    test('as of a date: what is dated to the day is known at its end', async () => {
      const { store } = await newBook(kind);
      await store.append(
        [...readIn('a', 'A.', '2025-03-18'), ...readIn('b', 'B.', '2025-03-18T12:00Z'), ...readIn('c', 'C.', '2025-03')],
        desk,
      );
      const keys = async (knownBy: string) => (await store.facts('report', { knownBy })).map(({ body }) => body.key);
      expect(await keys('2025-03-18T11:00Z')).toEqual([]);
      expect(await keys('2025-03-18T12:00Z')).toEqual(['b']);
      expect(await keys('2025-03-18')).toEqual(['a', 'b']);
      expect(await keys('2025-03-31')).toEqual(['a', 'b', 'c']);
      await store.close();
    });

    test('pages of facts and entries', async () => {
      const { store } = await newBook(kind);
      const many = Array.from({ length: 700 }, (_, index) => readIn(`r${index}`, `Bericht ${index}.`, '2025-03-18')).flat();
      await store.append(many, rules);
      const seen: string[] = [];
      for (let after = 0; ; ) {
        const page = await store.facts('report', { after, limit: 300 });
        if (page.length === 0) break;
        seen.push(...page.map(({ body }) => body.key));
        after = page.at(-1)?.seq ?? 0;
      }
      expect(seen).toEqual(Array.from({ length: 700 }, (_, index) => `r${index}`));
      const some = await store.facts('report');
      const ids = some.slice(50, 650).map(({ id }) => id);
      expect((await store.facts('report', { ids })).map(({ id }) => id)).toEqual(ids);
      expect(await store.entries({ after: 1390, limit: 5 })).toHaveLength(5);
      await whole(store);
      await store.close();
    });

    test('a clock that goes backwards keeps the order and is noted', async () => {
      const { store } = await newBook(kind);
      await store.append(readIn('a', 'A.', '2025-03-18'), { ...desk, at: '2025-04-01T10:00:00.000Z' });
      const { entries } = await store.append(readIn('b', 'B.', '2025-03-18'), { ...desk, at: '2025-04-01T09:00:00.000Z' });
      expect(entries.map(({ seq, at, notice }) => [seq, at, notice])).toEqual([
        [4, '2025-04-01T09:00:00.000Z', 'clock_backwards'],
        [5, '2025-04-01T09:00:00.000Z', 'clock_backwards'],
      ]);
      const { faults, notices } = await store.verify();
      expect(faults).toEqual([]);
      expect(notices.map(({ code, seq }) => [code, seq])).toEqual([
        ['clock_backwards', 4],
        ['clock_backwards', 5],
      ]);
      await store.close();
    });

    test('exact places are kept apart, salted, and every reading is written down', async () => {
      const { store } = await newBook(kind);
      await store.append([{ kind: 'position', id: 'inc-1', body: place }], desk);
      await expect(store.fact('position', 'inc-1')).rejects.toThrow('TB_BOOK_KEPT_APART');
      const [entry] = await store.entries({ kind: 'position' });
      expect(await store.content(entry?.after ?? '')).toBeNull();
      expect(entry?.after).not.toBe(sha256(canonicalJson(place)));
      const read = await store.readRestricted('position', { author: { kind: 'person', name: 'eda' }, why: 'matching' });
      expect(read.map(({ body }) => body)).toEqual([place]);
      const audit = await store.entries({ action: 'read' });
      expect(audit.map(({ author, id, why }) => [author.name, id, why])).toEqual([['eda', 'inc-1', 'matching']]);
      expect(
        (
          await store.append(
            [{ kind: 'position', id: 'inc-1', body: Object.fromEntries(Object.entries(place).reverse()) as typeof place }],
            desk,
          )
        ).skipped,
      ).toHaveLength(1);
      await whole(store);
      await store.erase({ kind: 'position', id: 'inc-1' }, { ...desk, why: 'court order' });
      expect(await store.readRestricted('position', { ...desk, why: 'none left' })).toEqual([]);
      await whole(store);
      await store.close();
    });

    test('deletion on legal demand leaves reason and hashes, is named by verification, and is not undone by reading again', async () => {
      const { store } = await newBook(kind);
      const facts = readIn('a', 'Ein Text, der verschwinden muss.', '2025-03-18');
      await store.append([...facts, ...readIn('b', 'Ein anderer.', '2025-03-19')], desk);
      const [source, report] = facts;
      if (!source || !report) throw new Error('two facts');
      await store.append(
        [
          {
            kind: 'gap',
            id: 'g',
            home: report.id,
            body: { from: '2025-03-18', to: '2025-03-19', side: null, source: 'Beispielblatt', why: 'stated' },
          },
        ],
        desk,
      );
      const entry = await store.erase({ kind: 'source', id: source.id }, { ...desk, why: 'judgment of the court of X' });
      expect(await store.content(source.id)).toBeNull();
      expect(await store.fact('report', report.id)).toBeNull();
      expect((await store.facts('report')).map(({ body }) => body.key)).toEqual(['b']);
      expect(await store.fact('gap', 'g')).toBeNull();
      const { faults, notices } = await store.verify();
      expect(faults).toEqual([]);
      expect(new Set(notices.map(({ code }) => code))).toEqual(new Set(['erased']));
      expect(notices[0]?.detail).toContain(`entry ${entry.seq}`);
      expect((await store.append(facts, desk)).skipped.map(({ why }) => why)).toEqual(['erased', 'erased']);
      await whole(store);
      await expect(store.erase({ kind: 'source', id: 'nothing' }, { ...desk, why: 'x' })).rejects.toThrow('TB_BOOK_NOTHING_ABOUT');
      await store.close();
    });

    test('the state made anew from the journal is the state', async () => {
      const { store } = await newBook(kind);
      await store.append([...readIn('a', 'A.', '2025-03-18'), ...readIn('b', 'B.', '2025-03-19')], desk);
      await store.append(
        [{ kind: 'gap', id: 'g', body: { from: '2025-03-18', to: '2025-03-19', side: null, source: null, why: 'stated' } }],
        desk,
      );
      await store.append([{ kind: 'gap', id: 'g', body: null }], desk);
      const before = [await store.facts('report'), await store.counts()];
      await store.rebuild();
      expect([await store.facts('report'), await store.counts()]).toEqual(before);
      await whole(store);
      await store.close();
    });

    test('what was computed is remembered by its key, and only so much of it', async () => {
      const { store } = await newBook(kind);
      expect(await store.remembered('k')).toBeNull();
      await store.remember('k', Buffer.from('x'.repeat(5000)));
      expect(Buffer.from((await store.remembered('k')) ?? []).length).toBe(5000);
      for (let index = 0; index < 70; index++) await store.remember(`n${index}`, Buffer.from('y'));
      expect(await store.remembered('k')).toBeNull();
      expect(await store.remembered('n69')).not.toBeNull();
      await store.close();
    });

    test('opening: none there, one there already', async () => {
      const place = await kind.place();
      await expect(openStore(place, { now: tickingClock() })).rejects.toThrow('TB_BOOK_MISSING');
      const store = await openStore(place, { now: tickingClock(), mode: 'create' });
      await expect(openStore(place, { now: tickingClock(), mode: 'create' })).rejects.toThrow('TB_BOOK_EXISTS');
      await store.close();
    });

    test('two writers at once wait for one another and share one chain', async () => {
      const { place, store } = await newBook(kind);
      const other = await openStore(place, { now: tickingClock() });
      await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          (index % 2 ? store : other).append(readIn(`r${index}`, `Bericht ${index}.`, '2025-03-18'), desk),
        ),
      );
      expect((await store.head()).seq).toBe(41);
      expect(await other.facts('report')).toHaveLength(20);
      await whole(other);
      await other.close();
      await store.close();
    });
  });
}
