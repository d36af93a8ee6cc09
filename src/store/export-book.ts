import { createReadStream, existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Entry } from '../model/index.ts';
import { BookFailure } from './book-failure.ts';
import type { BookStore, Head, StoredContent, Verification } from './book-store.ts';
import { canonicalJson } from './canonical-json.ts';

/** First file of an export: what it is and how to know it. */
interface Manifest {
  readonly format: 'trucebook-export@1';
  readonly head: Head;
  readonly entries: number;
  /** Whether exact places and accounts are in it. */
  readonly restricted: boolean;
}

const PAGE = 200;
const FILES = {
  manifest: 'manifest.json',
  journal: 'journal.jsonl',
  bodies: 'bodies.jsonl',
  restricted: 'restricted.jsonl',
  sources: 'attached',
};

/** What goes wrong with files in the words of the registry. */
async function withFiles<T>(place: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (failure) {
    const code = failure instanceof Error && 'code' in failure ? String(failure.code) : '';
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new BookFailure('TB_BOOK_DISK_FULL', { place }, failure);
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
      throw new BookFailure('TB_BOOK_READ_ONLY', { place, reason: code }, failure);
    throw failure;
  }
}

/**
 * Writes the whole book into a new folder of plain files: one line an entry, one line a body, attached bytes as files named by
 * their SHA-256. The same book gives the same bytes.
 */
export async function exportBook(store: BookStore, folder: string, options: { readonly restricted?: boolean } = {}): Promise<Head> {
  if (existsSync(folder)) throw new BookFailure('TB_BOOK_EXPORT_EXISTS', { place: folder });
  const head = await store.head();
  const unfinished = `${folder}.unfinished`;
  return withFiles(folder, async () => {
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(join(unfinished, FILES.sources), { recursive: true, mode: 0o700 });
    const journal = await open(join(unfinished, FILES.journal), 'w');
    const bodies = await open(join(unfinished, FILES.bodies), 'w');
    const apart = options.restricted ? await open(join(unfinished, FILES.restricted), 'w', 0o600) : null;
    const seen = new Set<string>();
    try {
      for (let after = 0; after < head.seq; ) {
        const page = await store.contentsAfter(after, Math.min(PAGE, head.seq - after));
        await journal.write(page.entries.map((entry) => `${canonicalJson(entry)}\n`).join(''));
        for (const { sha256, bytes, attached, apart: isApart } of page.contents) {
          if (seen.has(sha256) || (isApart && !apart)) continue;
          seen.add(sha256);
          if (attached) await writeFile(join(unfinished, FILES.sources, sha256), bytes);
          else await (isApart && apart ? apart : bodies).write(`${canonicalJson({ sha256, text: Buffer.from(bytes).toString('utf8') })}\n`);
        }
        after = page.entries.at(-1)?.seq ?? head.seq;
      }
      for (const file of apart ? [journal, bodies, apart] : [journal, bodies]) await file.sync();
    } finally {
      for (const file of apart ? [journal, bodies, apart] : [journal, bodies]) await file.close();
    }
    const manifest: Manifest = { format: 'trucebook-export@1', head, entries: head.seq, restricted: options.restricted === true };
    await writeFile(join(unfinished, FILES.manifest), `${canonicalJson(manifest)}\n`);
    await rename(unfinished, folder);
    return head;
  });
}

async function readManifest(folder: string): Promise<Manifest> {
  const path = join(folder, FILES.manifest);
  if (!existsSync(path)) throw new BookFailure('TB_BOOK_NO_EXPORT', { place: folder });
  const manifest = parsed<Manifest>(await readFile(path, 'utf8'), path, 1);
  if (manifest.format !== 'trucebook-export@1') throw new BookFailure('TB_BOOK_NO_EXPORT', { place: folder });
  return manifest;
}

function parsed<T>(text: string, file: string, line: number): T {
  try {
    return JSON.parse(text) as T;
  } catch (failure) {
    throw new BookFailure('TB_BOOK_EXPORT_BROKEN', { file, line: String(line) }, failure);
  }
}

/** Lines of a file in pages; nothing is held that has been taken over. */
async function* pagesOf<T>(path: string): AsyncGenerator<readonly T[]> {
  let page: T[] = [];
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(path, { encoding: 'utf8' }), crlfDelay: Number.POSITIVE_INFINITY })) {
    line++;
    page.push(parsed<T>(text, path, line));
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

interface BodyLine {
  readonly sha256: string;
  readonly text: string;
}

async function takeBodies(store: BookStore, path: string, apart: boolean): Promise<void> {
  for await (const lines of pagesOf<BodyLine>(path)) {
    const contents = lines.map(({ sha256, text }): StoredContent => ({ sha256, bytes: Buffer.from(text, 'utf8'), attached: false, apart }));
    await store.adopt([], contents);
  }
}

async function takeAttached(store: BookStore, folder: string, entries: readonly Entry[], taken: Set<string>): Promise<void> {
  const contents: StoredContent[] = [];
  for (const hash of new Set(entries.flatMap(({ attached }) => attached ?? []))) {
    const path = join(folder, FILES.sources, hash);
    // Names come out of a file: nothing but a hash is looked for.
    if (taken.has(hash) || !/^[0-9a-f]{64}$/.test(hash) || !existsSync(path)) continue;
    taken.add(hash);
    contents.push({ sha256: hash, bytes: await readFile(path), attached: true, apart: false });
  }
  await store.adopt([], contents);
}

/** Takes an export over into a store that was opened with `fill`, and verifies it. */
export async function importBook(folder: string, store: BookStore): Promise<Verification> {
  return withFiles(folder, async () => {
    const manifest = await readManifest(folder);
    await takeBodies(store, join(folder, FILES.bodies), false);
    const taken = new Set<string>();
    for await (const entries of pagesOf<Entry>(join(folder, FILES.journal))) {
      await takeAttached(store, folder, entries, taken);
      await store.adopt(entries, []);
    }
    // After the entries that name it: the store apart keeps nothing that no entry names.
    if (manifest.restricted) await takeBodies(store, join(folder, FILES.restricted), true);
    await store.adopted(!manifest.restricted);
    return soundOrThrow(await store.verify({ knownHead: manifest.head.hash }));
  });
}

/** A takeover that does not verify is no book. */
export function soundOrThrow(verification: Verification): Verification {
  const [first] = verification.faults;
  if (first)
    throw new BookFailure('TB_BOOK_COPY_UNSOUND', {
      count: String(verification.faults.length),
      seq: String(first.seq ?? '-'),
      detail: first.detail,
    });
  return verification;
}
