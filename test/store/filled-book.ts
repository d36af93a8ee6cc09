import { makeReport } from '../../src/model/index.ts';
import { type AnyNewFact, type BookStore, sha256 } from '../../src/store/index.ts';

export const desk = { author: { kind: 'person', name: 'desk' } } as const;

/** A source with its report, as intake writes them. */
export function readIn(key: string, text: string, date: string): readonly AnyNewFact[] {
  const bytes = Buffer.from(text, 'utf8');
  const hash = sha256(bytes);
  const report = makeReport(key, text, { date, outlet: 'Beispielblatt' });
  return [
    {
      kind: 'source',
      id: hash,
      attached: bytes,
      body: {
        sha256: hash,
        size: bytes.length,
        mediaType: 'text/plain',
        retrievedAt: `${date}T09:00:00Z`,
        address: `${key}.txt`,
        rights: null,
      },
    },
    { kind: 'report', id: report.id, body: report, origin: hash },
  ];
}

export const place = { reportId: 'inc-1', lat: 50.1, lon: 30.2, precision: 'vicinity_100m', placeName: 'Musterdorf' } as const;

/** Writes a little of everything: additions, changes, removals, a deletion, a reading of exact places, odd characters. */
export async function fill(store: BookStore): Promise<void> {
  await store.append(
    [...readIn('a', 'Kiew stimmte zu.', '2025-03-18'), ...readIn('b', 'Moskau „stimmte“ zu \u{1f54a}.\r\n'.repeat(60), '2025-03-19')],
    desk,
  );
  const gap = (why: string): AnyNewFact => ({
    kind: 'gap',
    id: 'gap-1',
    body: { from: '2025-03-18', to: '2025-03-20', side: 'UA', source: null, why },
  });
  await store.append([gap('no_source')], desk);
  await store.append([gap('stated')], { ...desk, why: 'Die Redaktion hat es gesagt.' });
  await store.append(
    [{ kind: 'gap', id: 'gap-2', body: { from: '2025-03-21', to: '2025-03-22', side: null, source: null, why: 'stated' } }],
    desk,
  );
  await store.append([{ kind: 'gap', id: 'gap-2', body: null }], desk);
  await store.append(
    [
      { kind: 'position', id: 'inc-1', body: place },
      { kind: 'user', id: 'usr-1', body: { id: 'usr-1', name: 'Eda', role: 'editor', passwordHash: 'x', disabled: false } },
    ],
    desk,
  );
  await store.readRestricted('position', { ...desk, why: 'matching' });
  const gone = readIn('c', 'Ein Text, der verschwinden muss.', '2025-03-20');
  await store.append(gone, desk);
  await store.erase({ kind: 'source', id: gone[0]?.id ?? '' }, { ...desk, why: 'judgment' });
}
