import { writeSync } from 'node:fs';
import type { IncidentReport } from '../../src/model/index.ts';
import { type AnyNewFact, type BookStore, openStore, type StorePlace } from '../../src/store/index.ts';
import { desk, readIn } from './filled-book.ts';

/** Numbers that look random and are the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const incident = (id: string, text: string): IncidentReport => ({
  id,
  source: 'Beispielblatt',
  independenceGroup: 'beispiel',
  url: null,
  row: null,
  statement: null,
  stance: 'reports',
  speaker: null,
  accused: null,
  from: '2025-03-20',
  to: null,
  place: { precision: 'unknown', territory: null, admin1: null, cell: null, claimedBy: [], controlledBy: null, domain: null },
  objects: [],
  act: 'attack',
  outcome: 'unknown',
  means: 'media_report_only',
  reliability: 'F',
  text,
  language: 'de',
  knownFrom: '2025-03-20',
});

/** One piece of work of a desk, large or small; gives what the store acknowledged. */
async function work(store: BookStore, random: () => number, name: string): Promise<{ readonly seq: number; readonly hash: string } | null> {
  const choice = Math.floor(random() * 8);
  const many = 1 + Math.floor(random() * 20);
  const facts: AnyNewFact[] = [];
  if (choice < 3) {
    for (let index = 0; index < many; index++)
      facts.push(...readIn(`${name}-${index}`, `Bericht ${name} ${index}. `.repeat(1 + Math.floor(random() * 400)), '2025-03-18'));
  } else if (choice === 3) {
    for (let index = 0; index < many; index++) {
      const id = `inc-${name}-${index}`;
      facts.push({ kind: 'incident_report', id, body: incident(id, name) });
      facts.push({
        kind: 'position',
        id,
        body: { reportId: id, lat: random() * 90, lon: random() * 90, precision: 'exact_10m', placeName: null },
      });
    }
  } else if (choice === 4) {
    facts.push({
      kind: 'gap',
      id: `gap-${Math.floor(random() * 5)}`,
      body: { from: '2025-03-18', to: '2025-03-20', side: null, source: null, why: name },
    });
  } else if (choice === 5) {
    facts.push({ kind: 'gap', id: `gap-${Math.floor(random() * 5)}`, body: null });
  } else if (choice === 6) {
    const [first] = await store.facts(random() < 0.5 ? 'source' : 'incident_report', { limit: 1 });
    if (!first) return null;
    const entry = await store.erase({ kind: first.kind, id: first.id }, { ...desk, why: `order ${name}` });
    return entry;
  } else {
    await store.remember(`key-${many}`, Buffer.alloc(many * 1000, 'x'));
    return null;
  }
  return (await store.append(facts, desk)).head;
}

/** Works on a book without end and prints each acknowledgement; whoever started it kills it. */
export async function workOn(place: StorePlace, seed: number): Promise<void> {
  const random = randomFrom(seed);
  const store = await openStore(place, { now: () => new Date().toISOString() });
  for (let round = 0; ; round++) {
    const done = await work(store, random, `${seed}-${round}`);
    // Written at once: an acknowledgement that is still in a buffer is none.
    if (done) writeSync(1, `${done.seq} ${done.hash}\n`);
  }
}

if (process.argv[2] === 'work') await workOn(JSON.parse(process.argv[3] ?? '{}') as StorePlace, Number(process.argv[4]));
