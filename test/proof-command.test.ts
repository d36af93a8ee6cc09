import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { openBook } from '../src/app/book.ts';
import { placeNamed } from '../src/app/book-place.ts';
import type { DossierProof } from '../src/app/prove-dossier.ts';
import { openReview } from '../src/app/review/open-review.ts';
import { by, REPORTS } from './review/reviewed-book.ts';
import { type CommandResult, runCommand } from './run-command.ts';
import { STORES, tickingClock } from './store/stores.ts';

const folder = mkdtempSync(join(tmpdir(), 'trucebook-prove-'));
// Alone in a folder: nothing of Trucebook and no package can be reached from there.
const elsewhere = mkdtempSync(join(tmpdir(), 'elsewhere-'));
copyFileSync(fileURLToPath(new URL('../proof/verify-dossier.mjs', import.meta.url)), join(elsewhere, 'verify-dossier.mjs'));
afterAll(async () => {
  for (const kind of STORES) await kind.stop();
  for (const each of [folder, elsewhere]) rmSync(each, { recursive: true, force: true });
});

const trucebook = (...args: readonly string[]): Promise<CommandResult> =>
  runCommand(args, { now: tickingClock('2025-05-01T08:00:00.000Z') });

function verifier(...args: readonly string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['verify-dossier.mjs', ...args], {
    cwd: elsewhere,
    encoding: 'utf8',
    env: {},
  });
  return { code: status, out: stdout, err: stderr };
}

for (const kind of STORES) {
  describe(`dossier --proof of a book in ${kind.name}`, () => {
    /** A reviewed book, and the proof of its dossier. */
    const proved = async (): Promise<{ readonly address: string; readonly head: string; readonly file: string; readonly said: string }> => {
      const place = await kind.place();
      const address = 'folder' in place ? place.folder : place.databaseUrl;
      const book = await openBook(place, { now: tickingClock(), create: true });
      await book.addReports(
        REPORTS.map((report) => ({
          report,
          bytes: Buffer.from(report.text),
          mediaType: 'text/plain',
          retrievedAt: '2025-04-01T00:00:00Z',
        })),
        by,
      );
      const { hash: head } = await book.store.head();
      const review = openReview(book, { now: tickingClock('2025-04-02T08:00:00.000Z') });
      const [first] = await review.queue({ kind: 'reading' });
      if (!first) throw new Error('nothing waits');
      await review.decide({ action: 'reject', target: first.target, by: 'Ada', why: 'not said' });
      await book.close();
      const file = join(folder, `${kind.name}-${head.slice(0, 8)}.json`);
      rmSync(file, { force: true });
      const { code, out, err } = await trucebook('dossier', address, '--proof', file, '--lang', 'en');
      expect({ code, err }).toEqual({ code: 0, err: '' });
      return { address, head, file, said: out };
    };
    const rewritten = (file: string, change: (proof: DossierProof) => void): string => {
      const proof = JSON.parse(readFileSync(file, 'utf8')) as DossierProof;
      change(proof);
      const changed = join(elsewhere, 'changed.json');
      writeFileSync(changed, JSON.stringify(proof));
      return changed;
    };

    test('is confirmed by the verifier alone, with a head that was written down before', async () => {
      const { head, file, said } = await proved();
      expect(said).toContain(`dossier with its proof`);
      expect(said).toContain('not for publication');
      const { code, out, err } = verifier(file, '--head', head);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(new RegExp(`^CONFIRMED {2}\\d+ entries, ${REPORTS.length} reports, \\d+ quotations`));
      expect(out).toContain('integrity, not truth');
      const proof = JSON.parse(readFileSync(file, 'utf8')) as DossierProof;
      expect(said).toContain(proof.head.hash);
      // What a person took out is still quoted, so that it can be checked as well.
      expect(proof.dossier.setAside?.length).toBe(1);
      expect(verifier(file, '--head', 'f'.repeat(64))).toMatchObject({ code: 1, err: expect.stringContaining('no entry has the hash') });
    });

    test('a folder to be handed on holds what is read, what is checked, and what checks it', async () => {
      const { address } = await proved();
      const handed = join(folder, `handed-${kind.name}`);
      const { code, out, err } = await trucebook('dossier', address, '--proof-dir', handed, '--lang', 'en');
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain(join(handed, 'proof.json'));
      expect(readdirSync(handed).sort()).toEqual(['dossier.md', 'proof.json', 'verify-dossier.mjs']);
      const checked = spawnSync(process.execPath, ['verify-dossier.mjs', 'proof.json'], { cwd: handed, encoding: 'utf8', env: {} });
      expect([checked.status, checked.stdout.slice(0, 9)]).toEqual([0, 'CONFIRMED']);
      expect(readFileSync(join(handed, 'dossier.md'), 'utf8')).toMatch(/^# /);
      const again = await trucebook('dossier', address, '--proof-dir', handed);
      expect([again.code, again.err]).toEqual([1, expect.stringContaining('TB_PROOF_FILE')]);
      expect((await trucebook('dossier', address, '--proof-dir', handed, '--proof', 'x.json')).code).toBe(2);
    });

    test('names the entry where something was changed, left out or put in', async () => {
      const { file } = await proved();
      const review = (proof: DossierProof) => proof.entries.find((entry) => entry.kind === 'review');
      const why = rewritten(file, (proof) => Object.assign(review(proof) ?? {}, { why: 'another reason' }));
      expect(verifier(why)).toMatchObject({
        code: 1,
        err: expect.stringMatching(/^FAILS {2}entry \d+ \(review rev-[0-9a-f]+\): was changed\n$/),
      });
      const text = rewritten(file, ({ bodies }) => {
        const body = bodies[0]?.body as { text: string };
        body.text = body.text.replace('30 Tage', '90 Tage');
      });
      expect(verifier(text)).toMatchObject({
        code: 1,
        err: expect.stringMatching(/^FAILS {2}entry \d+ \(report rep-[0-9a-f]+\): its content is not what was entered/),
      });
      const gone = rewritten(file, ({ entries }) => {
        (entries as unknown[]).splice(
          entries.findIndex(({ kind: one }) => one === 'review'),
          1,
        );
      });
      expect(verifier(gone).err).toMatch(/is missing or put in before it|does not end with the entry/);
      const twice = rewritten(file, ({ entries }) => {
        const [first] = entries;
        if (first) (entries as unknown[]).splice(1, 0, first);
      });
      expect(verifier(twice).err).toMatch(/entry 1 \(book [^)]+\): an entry is missing or put in before it/);
      const quoted = rewritten(file, ({ dossier }) =>
        Object.assign(dossier.readings.find(({ spans }) => spans.length > 0)?.spans[0] ?? {}, { exact: '90 Tage' }),
      );
      expect(verifier(quoted)).toMatchObject({
        code: 1,
        err: expect.stringMatching(/^FAILS {2}reading rd-[0-9a-f]+: the words do not stand in/),
      });
      const moved = rewritten(file, ({ dossier }) => {
        const span = dossier.statements[0]?.content[0];
        if (span) Object.assign(span, { start: span.start + 1 });
      });
      expect(verifier(moved)).toMatchObject({ code: 1, err: expect.stringMatching(/^FAILS {2}statement \S+: the words do not stand in/) });
      const fewer = rewritten(file, ({ dossier }) => {
        (dossier.divergences as unknown[]).push({});
      });
      expect(verifier(fewer)).toMatchObject({ code: 1, err: expect.stringContaining('count of divergences') });
    });

    test('is not written over another file, nor of what is in no journal', async () => {
      const { address, file } = await proved();
      const before = readFileSync(file, 'utf8');
      expect(await trucebook('dossier', address, '--proof', file)).toMatchObject({
        code: 1,
        err: expect.stringContaining('TB_PROOF_FILE'),
      });
      expect(readFileSync(file, 'utf8')).toBe(before);
      const other = join(folder, 'other.json');
      for (const args of [
        [address, folder],
        [address, '--corrections', 'corrections.jsonl'],
        [address, '--curated', 'curated.yaml'],
      ])
        expect((await trucebook('dossier', ...args, '--proof', other)).code).toBe(2);
      expect(await trucebook('dossier', join(folder, 'nowhere'), '--proof', other)).toMatchObject({
        err: expect.stringContaining('TB_BOOK_MISSING'),
      });
      expect(existsSync(other)).toBe(false);
    });

    test('of one agreement counts that part alone', async () => {
      const { address } = await proved();
      const book = await openBook(placeNamed(address), { now: tickingClock() });
      const [first] = (await book.dossier()).agreements;
      await book.close();
      const file = join(folder, `${kind.name}-part.json`);
      expect((await trucebook('dossier', address, '--agreement', first?.agreement.id ?? '', '--proof', file)).code).toBe(0);
      expect((JSON.parse(readFileSync(file, 'utf8')) as DossierProof).counts.agreements).toBe(1);
      expect(verifier(file).code).toBe(0);
    });
  });
}
