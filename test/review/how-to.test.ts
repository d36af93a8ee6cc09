import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openBook } from '../../src/app/book.ts';
import { openReview } from '../../src/app/review/open-review.ts';
import { type CommandResult, runCommand } from '../run-command.ts';
import { tickingClock } from '../store/stores.ts';

const root = new URL('../../', import.meta.url).pathname;
const page = readFileSync(join(root, 'docs/how-to/review.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'trucebook-review-how-to-'));
const place = { folder: join(folder, 'book') };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const now = tickingClock('2025-06-02T10:20:30.000Z');

/** The words of a command line; those in quotation marks belong together. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, single, double, bare]) => single ?? double ?? bare ?? '');

const trucebook = (args: readonly string[]): Promise<CommandResult> => runCommand(args, { now });

test('every command of the page does what the page says', async () => {
  const lines = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.split('\n').filter(Boolean));
  const ids = new Map<string, string>();
  let done = 0;
  for (const line of lines) {
    const asked = wordsOf(line).slice(1);
    // Somebody must sit at the keyboard; see keyboard.test.ts.
    if (asked[0] === 'review' && asked[1]?.startsWith('--') && !asked.includes('--list')) continue;
    const args = asked.map((word) =>
      word === 'desk-2025' ? place.folder : word.startsWith('examples/') ? join(root, word) : (ids.get(word) ?? word),
    );
    const { code, out, err } = await trucebook(args);
    expect({ line, code, err }).toEqual({ line, code: 0, err: '' });
    done++;
    if (asked[0] === 'import') {
      const book = await openBook(place, { now });
      const review = openReview(book, { now });
      const [statement, second] = await review.queue({ kind: 'statement' });
      const [reading] = (await review.queue({ kind: 'reading' })).filter(
        ({ subject }) =>
          subject.t === 'reading' && !subject.reading.statements.some((id) => id === statement?.target.id || id === second?.target.id),
      );
      const [incident, other] = await review.queue({ kind: 'allegation' });
      for (const [name, item] of Object.entries({
        READING: reading,
        STATEMENT: statement,
        SECOND: second,
        INCIDENT: incident,
        OTHER: other,
      }))
        ids.set(name, item?.target.id ?? '');
      await book.close();
    }
    if (line.includes(' accept ')) ids.set('DECISION', /rev-[0-9a-f]+/.exec(out)?.[0] ?? '');
    if (line.includes(' differences ')) expect(out).toContain('Eda: announce (or a promise)');
    if (line.includes(' show ')) expect(out).toContain(ids.get('READING'));
  }
  expect(done).toBeGreaterThan(18);
  const book = await openBook(place, { now });
  const review = openReview(book, { now });
  const waits = async (name: string): Promise<boolean | undefined> => (await review.find(ids.get(name) ?? ''))?.isOpen;
  expect([await waits('READING'), await waits('STATEMENT'), await waits('SECOND')]).toEqual([true, false, false]);
  expect((await book.store.facts('cluster_decision')).length).toBe(1);
  const { dossier } = await review.context();
  expect(
    dossier.readings.some(
      ({ element, holder, review: entered }) => element === 'preconditions' && holder === 'RU' && entered?.state === 'entered',
    ),
  ).toBe(true);
  expect((await book.store.verify()).faults).toEqual([]);
  await book.close();
});
