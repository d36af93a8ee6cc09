import type { Entry } from '../model/index.ts';
import { hasBodyApart, rowOfFact } from './append.ts';
import type { Fault, FaultCode, Verification, VerifyOptions } from './book-store.ts';
import { chunksOf, marks } from './chunks.ts';
import { withheldUpTo } from './copy.ts';
import type { Ask, Driver, Row, SqlValue } from './driver.ts';
import { type ErasureBody, Fold } from './fold.ts';
import { BEFORE_THE_FIRST, isSealed, sha256 } from './hash.ts';
import { readHead } from './head.ts';
import { bytesOfRow, entryOfRow, FACT_COLUMNS } from './rows.ts';

/** Entries that are looked at together. */
const PAGE = 500;

type Report = (code: FaultCode, entry: Pick<Entry, 'seq' | 'kind' | 'id'> | null, detail: string) => void;

/** What the walk over the journal leaves for the checks after it. */
interface Walked {
  readonly fold: Fold;
  readonly named: Named;
  last: { readonly seq: number; readonly hash: string };
  contents: number;
  bytes: number;
}

/** Hashes that entries name, in the book and in the store apart. */
interface Named {
  readonly open: Map<string, number>;
  readonly apart: Map<string, number>;
}

/** Parses a body; what is no JSON was found damaged already. */
function parsed(bytes: Uint8Array | null): unknown {
  if (bytes === null) return null;
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
}

/** The rows of a page of hashes, by hash. */
async function rowsOf(ask: Ask, table: string, columns: string, hashes: readonly string[]): Promise<ReadonlyMap<string, Row>> {
  const found = new Map<string, Row>();
  for (const chunk of chunksOf([...new Set(hashes)])) {
    for (const row of await ask(`SELECT ${columns} FROM ${table} WHERE hash IN (${marks(chunk.length)})`, chunk)) {
      found.set(String(row['hash']), row);
    }
  }
  return found;
}

/** Bytes of a row whose hash is what it says, or null with a fault told. */
function soundBytes(row: Row, hash: string, entry: Entry, report: Report): Uint8Array | null {
  try {
    const bytes = bytesOfRow(row);
    if (bytes !== null && sha256(bytes) === hash && Number(row['size']) === bytes.length) return bytes;
  } catch {
    // Damaged bytes may not unpack at all.
  }
  report('content_changed', entry, `the content ${hash} has other bytes`);
  return null;
}

/** Checks of one entry by itself and against the one before it. */
function checkLink(entry: Entry, last: Walked['last'], report: Report): void {
  if (entry.seq > last.seq + 1)
    report('entry_missing', { ...entry, seq: last.seq + 1 }, `entries ${last.seq + 1} to ${entry.seq - 1} are missing`);
  const sealed = isSealed(entry);
  if (!sealed) report('entry_changed', entry, 'its fields are not those its hash was made of');
  if (sealed && entry.previous !== last.hash && entry.seq === last.seq + 1)
    report('chain_broken', entry, 'it does not follow the entry before it: that one was changed, exchanged or inserted');
}

/** Contents of a page of entries: each is there, whole, or was erased by an entry that names it. */
async function checkContents(
  driver: Driver,
  page: readonly Entry[],
  walked: Walked,
  faults: Report,
  erased: (hash: string, entry: Entry) => void,
) {
  const open = page.flatMap((entry) => [hasBodyApart(entry) ? [] : (entry.after ?? []), entry.attached ?? []].flat());
  const apart = page.flatMap((entry) => (hasBodyApart(entry) ? (entry.after ?? []) : []));
  const rows = await rowsOf(driver.all, 'content', 'hash, bytes, packed, size, erased', open);
  const rowsApart = await rowsOf(driver.allApart, 'restricted_content', 'hash, bytes, packed, size', apart);
  const bodies = new Map<number, unknown>();
  for (const entry of page) {
    for (const [hash, isBody] of [[entry.after, true] as const, [entry.attached, false] as const]) {
      if (hash === null) continue;
      const keptApart = isBody && hasBodyApart(entry);
      const named = keptApart ? walked.named.apart : walked.named.open;
      const row = (keptApart ? rowsApart : rows).get(hash);
      if (!row || row['bytes'] === null) erased(hash, entry);
      else if (!named.has(hash) || isBody) {
        const bytes = soundBytes(row, hash, entry, faults);
        if (!named.has(hash)) {
          walked.contents++;
          walked.bytes += bytes?.length ?? 0;
        }
        if (isBody && !keptApart) bodies.set(entry.seq, parsed(bytes));
      }
      named.set(hash, entry.seq);
    }
  }
  return bodies;
}

/** Walks over the whole journal, and folds it into the state it makes. */
async function walk(driver: Driver, options: VerifyOptions, total: number, faults: Report, notices: Report) {
  const walked: Walked = {
    fold: new Fold(),
    last: { seq: 0, hash: BEFORE_THE_FIRST },
    named: { open: new Map(), apart: new Map() },
    contents: 0,
    bytes: 0,
  };
  const rowsOfState = new Map<string, readonly SqlValue[]>();
  const missing: { readonly hash: string; readonly entry: Entry }[] = [];
  let isHeadKnown = options.knownHead === undefined;
  for (let after = -1, page: readonly Entry[]; ; ) {
    page = (await driver.all(`SELECT * FROM journal WHERE seq > ? ORDER BY seq LIMIT ${PAGE}`, [after])).map(entryOfRow);
    if (page.length === 0) break;
    const bodies = await checkContents(driver, page, walked, faults, (hash, entry) => missing.push({ hash, entry }));
    for (const entry of page) {
      checkLink(entry, walked.last, faults);
      if (entry.seq < 1) faults('entry_inserted', entry, 'the journal begins with entry 1');
      if (entry.notice !== null) notices('clock_backwards', entry, `it is dated ${entry.at}, before an earlier entry`);
      if (entry.hash === options.knownHead) isHeadKnown = true;
      const body = bodies.get(entry.seq);
      walked.fold.take(entry, entry.action === 'erase' ? ((body ?? null) as ErasureBody | null) : null);
      if (entry.action === 'add' || entry.action === 'change') rowsOfState.set(`${entry.kind}\u001f${entry.id}`, rowOfFact(entry, body));
      walked.last = { seq: entry.seq, hash: entry.hash };
    }
    after = page.at(-1)?.seq ?? after;
    options.onProgress?.(Math.min(after, total), total);
  }
  const withheld = await withheldUpTo(driver.all);
  for (const { hash, entry } of missing) {
    const by = walked.fold.erasedBy.get(hash);
    if (by === undefined && hasBodyApart(entry) && entry.seq <= withheld)
      notices('withheld', entry, `the content ${hash} was not handed over with the book`);
    else if (by === undefined) faults('content_missing', entry, `the content ${hash} is missing`);
    else notices('erased', entry, `its content ${hash} was deleted by entry ${by}`);
  }
  if (!isHeadKnown)
    faults('head_unknown', null, `no entry has the hash ${options.knownHead}: the journal is not the one it was taken from`);
  return { walked, rowsOfState };
}

/** Contents that no entry names, or that are there although they were erased. */
async function checkStrangers(driver: Driver, { named, fold }: Walked, faults: Report, notices: Report): Promise<void> {
  for (const row of await driver.all('SELECT hash, erased, bytes IS NULL AS gone FROM content ORDER BY hash')) {
    const hash = String(row['hash']);
    const by = fold.erasedBy.get(hash) ?? null;
    const isGone = Number(row['gone']) === 1 || String(row['gone']) === 'true';
    const isKnown = named.open.has(hash) || (by !== null && named.apart.has(hash));
    if (!isKnown) faults('content_inserted', null, `no entry names the content ${hash}`);
    else if (by !== null && !isGone)
      faults('content_inserted', { seq: by, kind: 'book', id: hash }, `the content ${hash} was deleted and is there`);
    else if ((row['erased'] === null ? null : Number(row['erased'])) !== by)
      faults('content_changed', null, `the mark of deletion of the content ${hash} is not that of the journal`);
  }
  const pending = await driver.leftOver();
  for (const { hash } of await driver.allApart('SELECT hash FROM restricted_content ORDER BY hash')) {
    const name = String(hash);
    if (named.apart.has(name) && !fold.erasedBy.has(name)) continue;
    if (pending.has(name) || fold.erasedBy.has(name))
      notices('left_over', null, `an interrupted write left ${name} in the store apart; the next write clears it`);
    else faults('content_inserted', null, `no entry names the content ${name} in the store apart`);
  }
}

/** The rows of the state are those that the journal makes. */
async function checkState(driver: Driver, fold: Fold, wanted: ReadonlyMap<string, readonly SqlValue[]>, report: Report): Promise<number> {
  const seen = new Set<string>();
  let after: readonly SqlValue[] = ['', '', ''];
  for (let count = 0; ; ) {
    const rows = await driver.all(
      `SELECT ${FACT_COLUMNS.join(', ')} FROM facts WHERE (kind, id, home) > (?, ?, ?) ORDER BY kind, id, home LIMIT 2000`,
      after,
    );
    for (const row of rows) {
      const key = `${row['kind']}\u001f${row['id']}`;
      const entry = fold.state.get(key);
      const at = { seq: Number(row['seq']), kind: String(row['kind']) as Entry['kind'], id: String(row['id']) };
      if (!entry || seen.has(key)) report('state_inserted', at, 'the journal does not put it in force');
      else if (FACT_COLUMNS.some((column, index) => !isSame(row[column], wanted.get(key)?.[index])))
        report('state_changed', entry, 'the state is not what the journal says');
      seen.add(key);
    }
    count += rows.length;
    const last = rows.at(-1);
    if (last) {
      after = [last['kind'] ?? null, last['id'] ?? null, last['home'] ?? null];
      continue;
    }
    for (const [key, entry] of fold.state)
      if (!seen.has(key)) report('state_missing', entry, 'the journal puts it in force and the state has it not');
    return count;
  }
}

const isSame = (a: SqlValue | undefined, b: SqlValue | undefined): boolean => String(a ?? '\u0000') === String(b ?? '\u0000');

/** Checks every byte of a book that the journal answers for. */
export async function verify(driver: Driver, options: VerifyOptions = {}): Promise<Verification> {
  const faults: Fault[] = [];
  const notices: Fault[] = [];
  const into =
    (list: Fault[]): Report =>
    (code, entry, detail) =>
      list.push({ code, seq: entry?.seq ?? null, kind: entry?.kind ?? null, id: entry?.id ?? null, detail });
  for (const line of await driver.selfCheck()) faults.push({ code: 'file_damaged', seq: null, kind: null, id: null, detail: line });
  const head = await readHead(driver.all);
  const { walked, rowsOfState } = await walk(driver, options, head.seq, into(faults), into(notices));
  if (walked.last.seq !== head.seq || walked.last.hash !== head.hash)
    into(faults)(
      'head_wrong',
      null,
      `the head names entry ${head.seq} (${head.hash}), the journal ends with ${walked.last.seq} (${walked.last.hash})`,
    );
  await checkStrangers(driver, walked, into(faults), into(notices));
  for (const row of await driver.all(
    "SELECT home FROM searched WHERE hash NOT IN (SELECT hash FROM facts WHERE kind = 'annotation') UNION SELECT home FROM passages WHERE home NOT IN (SELECT home FROM searched)",
  ))
    faults.push({
      code: 'search_out_of_step',
      seq: null,
      kind: 'annotation',
      id: String(row['home']),
      detail: 'the index of words was made from what is not in force',
    });
  const facts = await checkState(driver, walked.fold, rowsOfState, into(faults));
  const { contents, bytes } = walked;
  return { entries: walked.last.seq, contents, facts, bytes, head: { seq: head.seq, hash: head.hash, at: head.at }, faults, notices };
}
