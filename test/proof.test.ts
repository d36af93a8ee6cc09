import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
// @ts-expect-error: it works without Trucebook, and so without its types.
import { verifyProof } from '../proof/verify-dossier.mjs';
import { type DossierProof, proveDossier } from '../src/app/prove-dossier.ts';
import { dossierOf, readMaterial } from '../src/app/read-book.ts';
import { nodeFiles } from '../src/feeds/index.ts';
import { canonicalJson, openStore } from '../src/store/index.ts';

const verify = verifyProof as (proof: unknown, head?: string) => readonly string[];
const verifier = fileURLToPath(new URL('../proof/verify-dossier.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'trucebook-proof-'));
let proof: DossierProof;

beforeAll(async () => {
  const material = await readMaterial([fileURLToPath(new URL('../examples/energy-halt-2025', import.meta.url))], nodeFiles);
  const store = await openStore({ folder: join(folder, 'book') }, { now: () => '2025-04-20T10:00:00Z', mode: 'create' });
  const by = { author: { kind: 'person', name: 'Ada' } } as const;
  await store.append(
    material.reports.map((report) => ({ kind: 'report', id: report.id, body: report })),
    by,
  );
  proof = JSON.parse(JSON.stringify(await proveDossier(store, dossierOf(material)))) as DossierProof;
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const copy = (): DossierProof => structuredClone(proof);

test('a dossier out of a book is confirmed, also by the program alone', () => {
  expect(verify(proof)).toEqual([]);
  expect(verify(proof, proof.entries[2]?.hash)).toEqual([]);
  const file = join(folder, 'proof.json');
  writeFileSync(file, JSON.stringify(proof));
  const said = execFileSync(process.execPath, [verifier, file], { encoding: 'utf8', cwd: folder });
  expect(said).toMatch(/^CONFIRMED {2}\d+ entries, 11 reports, \d+ quotations; head [0-9a-f]{64}\n/);
  expect(said).toContain('integrity, not truth');
});

test('the verifier has at most 150 lines and imports nothing but what Node.js brings', () => {
  const source = readFileSync(verifier, 'utf8');
  expect(source.trimEnd().split('\n').length).toBeLessThanOrEqual(150);
  expect([...source.matchAll(/from '([^']+)'/g)].map(([, name]) => name)).toEqual(['node:crypto', 'node:fs']);
});

test('a changed, missing or inserted entry is named', () => {
  const changed = copy();
  Object.assign(changed.entries[1] ?? {}, { why: 'another reason' });
  expect(verify(changed)).toEqual([expect.stringMatching(/^entry 2 .*was changed$/)]);
  const missing = copy();
  (missing.entries as unknown[]).splice(3, 1);
  expect(verify(missing)[0]).toMatch(/^entry 5 .*missing/);
  const cut = copy();
  (cut.entries as unknown[]).pop();
  expect(verify(cut).join()).toMatch(/does not end with the entry/);
  expect(verify(copy(), 'f'.repeat(64))).toEqual([expect.stringMatching(/^no entry has the hash/)]);
});

test('a changed text, quotation or count is named, and the program exits with 1', () => {
  const text = copy();
  const body = text.bodies[0]?.body as { text: string };
  body.text = body.text.replace(/\p{L}/u, 'X');
  expect(verify(text).join('\n')).toMatch(/^entry \d+ \(report .*\): its content is not what was entered/);
  const quotation = copy();
  const reading = quotation.dossier.readings.find(({ spans }) => spans.length > 0);
  Object.assign(reading?.spans[0] ?? {}, { exact: 'nothing of the kind' });
  expect(verify(quotation)).toEqual([expect.stringContaining(`reading ${reading?.id}`)]);
  const count = copy();
  Object.assign(count.counts, { readings: count.counts.readings + 1 });
  expect(verify(count)).toEqual([expect.stringContaining('count of readings')]);
  const file = join(folder, 'broken.json');
  writeFileSync(file, JSON.stringify(count));
  expect(spawnSync(process.execPath, [verifier, file]).status).toBe(1);
  writeFileSync(file, '{"schema":"trucebook/proof@1"}');
  expect(spawnSync(process.execPath, [verifier, file]).status).toBe(1);
});

test('no field of an entry and no character of a text can change unseen', () => {
  fc.assert(
    fc.property(
      fc.nat(proof.entries.length - 1),
      fc.nat(20),
      fc.nat(10_000),
      fc.nat(proof.bodies.length - 1),
      (at, field, where, which) => {
        const entry = copy();
        const target = entry.entries[at] as unknown as Record<string, unknown>;
        const keys = Object.keys(target);
        const key = keys[field % keys.length] ?? 'seq';
        target[key] = typeof target[key] === 'number' ? Number(target[key]) + 1 : `${String(target[key])}x`;
        expect(verify(entry).length).toBeGreaterThan(0);
        const text = copy();
        const body = text.bodies[which]?.body as { text: string };
        const position = where % body.text.length;
        body.text = `${body.text.slice(0, position)}\u2026${body.text.slice(position + 1)}`;
        if (canonicalJson(text) !== canonicalJson(proof)) expect(verify(text).length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 40 },
  );
});
