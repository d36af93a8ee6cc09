import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Access } from '../../src/api/access/access.ts';
import { makeAccess } from '../../src/api/access/make-access.ts';
import { makeApi } from '../../src/api/api.ts';
import type { ApiEnv } from '../../src/api/frame/asked.ts';
import { makeAccounts } from '../../src/app/accounts/accounts.ts';
import { type KeptBook, openBook } from '../../src/app/book.ts';
import { type BookDesks, keepDesks } from '../../src/app/book-desk.ts';
import { inTurn } from '../../src/app/book-work.ts';
import { readIncidents } from '../../src/app/read-incidents.ts';
import { startReadingThreads } from '../../src/app/reading/reading-threads.ts';
import { factsOfReport } from '../../src/app/report-facts.ts';
import { adoptIntoBook } from '../../src/app/take-into-book.ts';
import { makeWebhooks } from '../../src/app/webhooks/webhooks.ts';
import { nodeFiles, readReports } from '../../src/feeds/index.ts';
import { type AccessRole, makeReport, PUBLIC, type Report, ROLES, type StoredRelease, type WithheldName } from '../../src/model/index.ts';
import { sampleReport } from '../../src/monitor/sample-report.ts';
import { type AnyNewFact, type By, sha256 } from '../../src/store/index.ts';
import { countingRandom, plainHasher } from '../accounts/plain-hasher.ts';
import type { StoreKind } from '../store/stores.ts';

const root = new URL('../../', import.meta.url).pathname;

/** The day the book is served on: long after its reports. */
export const NOW = '2025-06-02T10:20:30.000Z';

/** Words that stand in the book and must never reach whoever sees releases only. */
export const CANARIES = {
  name: 'Nordhafenstadt',
  text: 'Zwischensatz-den-niemand-zitiert',
  embargoed: 'Glockenwiese-Brand',
  latitude: '50.123457',
  place: 'Wiesenhofdorf',
  hash: 'argon2-geheimnis-e1f0',
  source: 'ablage/eingang-geheim',
  author: 'Adalbertine',
  why: 'nach-Rücksprache-mit-der-Quelle',
} as const;

export const by: By = { author: { kind: 'person', name: CANARIES.author } };

/** Text that would do harm if anything ran, loaded or calculated it. */
export const HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)>';
export const FORMULA = '=HYPERLINK("https://example.org";"x")';

const names: readonly WithheldName[] = [{ kind: 'settlement', spellings: [CANARIES.name], territory: 'UA', operator: null, namedBy: null }];

/** What the gate of the served book goes by. */
const GATE = { names, overrides: [], editors: ['Eda', 'Ben'], replies: [], secret: 'x'.repeat(40) } as const;

/** Reports with what must not leave, and with what must not run. */
const OWN: readonly Report[] = [
  makeReport(
    'canary',
    `Der Kreml teilte mit, die Pause bei Angriffen auf Energieanlagen gelte 30 Tage. ${CANARIES.text} steht hier für sich. „Die Pause bei Angriffen auf Energieanlagen gilt auch in ${CANARIES.name}“, sagte Selenskyj.`,
    { date: '2025-03-22', outlet: 'Musterkurier', title: `Pause in ${CANARIES.name}`, source: `/${CANARIES.source}/canary.txt` },
  ),
  makeReport('hostile', `„Die Waffenruhe gilt 30 Tage ${HOSTILE}“, sagte Selenskyj.`, {
    date: '2025-03-23',
    outlet: FORMULA,
    title: HOSTILE,
    url: 'javascript:alert(3)',
    source: 'hostile.txt',
  }),
];

const release = (profile: 'public' | 'partners', id: string): StoredRelease => ({
  mediaType: 'text/html',
  card: {
    id,
    profile,
    kind: 'daily_report',
    asOf: '2025-03-27T18:00Z',
    createdAt: '2025-03-28T08:00:00.000Z',
    transforms: [{ kind: 'embargo', rule: 'R2', count: null }],
    balance: { sourcesBySide: { RU: 2 }, gaps: [], curatedShare: 0.5 },
    lag: { hours: 72, completeBefore: '2025-03-24' },
    sha256: sha256(Buffer.from(id)),
    corrects: null,
    correctionNote: null,
  },
});

const factsOf = (report: Report): readonly AnyNewFact[] =>
  factsOfReport(
    { report, bytes: Buffer.from(report.text, 'utf8'), mediaType: 'text/plain', retrievedAt: '2025-04-01T08:00:00Z' },
    'rules-test',
  );

/** A little of everything that a book holds, with the canaries. */
async function fill(book: KeptBook): Promise<void> {
  const { reports } = await readReports([`${root}examples/energy-halt-2025`], nodeFiles);
  await book.store.append([...reports, ...OWN].flatMap(factsOf), by);
  await adoptIntoBook(book, { curated: [`${root}data/agreements/energy-halt-2025-03.yaml`] }, nodeFiles, by);
  const tables = await readIncidents([`${root}examples/energy-halt-2025-incidents.csv`], nodeFiles, '2025-05-01T08:00:00.000Z');
  const young = sampleReport({
    id: 'irep-embargoed',
    source: CANARIES.embargoed,
    text: `${CANARIES.embargoed} in der Nacht`,
    from: '2025-06-01',
    to: '2025-06-01',
    knownFrom: '2025-06-01T06:00Z',
    objects: ['power_plant'],
  });
  const hostile = sampleReport({
    id: 'irep-hostile',
    source: FORMULA,
    text: HOSTILE,
    from: '2025-03-24',
    to: '2025-03-24',
    knownFrom: '2025-03-25',
  });
  const incidents = [...tables.reports, young, hostile];
  await book.store.append(
    [
      ...incidents.map((body): AnyNewFact => ({ kind: 'incident_report', id: body.id, body })),
      {
        kind: 'position',
        id: young.id,
        body: { reportId: young.id, lat: Number(CANARIES.latitude), lon: 30.5, precision: 'exact_10m', placeName: CANARIES.place },
      },
      { kind: 'user', id: 'usr-1', body: { id: 'usr-1', name: 'Eda', role: 'editor', passwordHash: CANARIES.hash, disabled: false } },
      { kind: 'release', id: 'rel-public', body: release('public', 'rel-public'), attached: Buffer.from('<p>Bericht</p>') },
      { kind: 'release', id: 'rel-partners', body: release('partners', 'rel-partners'), attached: Buffer.from(CANARIES.embargoed) },
    ],
    by,
  );
}

/** A person decides about a reading: who and why is for the desk alone. */
async function decide(book: KeptBook): Promise<void> {
  const { readings } = await book.dossier();
  const chosen = readings.filter(({ spans }) => spans.length > 0).slice(0, 2);
  await book.store.append(
    chosen.map(
      ({ id }, at): AnyNewFact => ({
        kind: 'correction',
        id: `cor-${at}`,
        body: {
          id: `cor-${at}`,
          at: '2025-05-01T08:00:00.000Z',
          by: CANARIES.author,
          action: at === 0 ? 'accept' : 'reject',
          reading: id,
          why: CANARIES.why,
        },
      }),
    ),
    by,
  );
}

/** Who asks, told by a header: only for tests. */
export const accessByHeader: Access = {
  principalOf: async (c) => {
    const role = ROLES.find((one) => one === c.req.header('x-role'));
    return role === undefined ? PUBLIC : { user: 'usr-1', name: c.req.header('x-name') ?? 'Eda', role, via: 'token' };
  },
};

export interface ServedBook {
  readonly book: KeptBook;
  readonly desks: BookDesks;
  readonly now: () => string;
  readonly api: OpenAPIHono<ApiEnv>;
  /** Faults that answers hid. */
  readonly faults: unknown[];
  readonly get: (path: string, role?: AccessRole, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  readonly json: (
    path: string,
    role?: AccessRole,
  ) => Promise<Readonly<Record<string, unknown>> & { readonly items: readonly Item[]; readonly next: string | null }>;
  /** Moves the clock, and brings the desks up to the book. */
  readonly moveTo: (instant: string) => Promise<void>;
}
type Item = Readonly<Record<string, unknown>> & { readonly id: string };

/** A book with a little of everything, and the interface over it. */
export async function servedBook(kind: StoreKind): Promise<ServedBook> {
  let at = Date.parse(NOW);
  let hour = at;
  // Time passes with every look at the clock, within the hour: the gate goes by it.
  const now = (): string => {
    at = Math.min(at + 100, hour + 1_800_000);
    return new Date(at).toISOString();
  };
  const book = await openBook(await kind.place(), { now, create: true });
  await fill(book);
  await decide(book);
  const faults: unknown[] = [];
  const failed = (fault: unknown): void => {
    faults.push(fault);
  };
  const desks = keepDesks(book, { now, gate: GATE, failed });
  const api = makeApi({ store: book.store, desks: desks.desk, access: accessByHeader, now, failed });
  const get: ServedBook['get'] = async (path, role = 'public', headers = {}) =>
    api.request(path, { headers: { 'x-role': role, ...headers } });
  return {
    book,
    desks,
    now,
    moveTo: async (instant) => {
      at = Date.parse(instant);
      hour = at;
      await desks.refresh();
    },
    api,
    faults,
    get,
    json: async (path, role) => JSON.parse(await (await get(path, role)).text()) as Awaited<ReturnType<ServedBook['json']>>,
  };
}

/** The interface with everything that changes the book or is for users alone; who asks is still told by a header. */
export function withAccounts({ book, desks, now, faults }: ServedBook): OpenAPIHono<ApiEnv> {
  const { store } = book;
  const random = countingRandom();
  const accounts = makeAccounts({ store, now, random, hasher: plainHasher() });
  const often = { count: 1_000_000, seconds: 1 };
  const access = makeAccess({
    accounts,
    sessionSecret: 'a secret of this test that is long enough',
    now,
    random,
    isLocal: false,
    isSecure: false,
    addressOf: () => '203.0.113.1',
    limits: { requests: often, places: often },
    log: () => undefined,
  });
  const failed = (fault: unknown): void => {
    faults.push(fault);
  };
  const webhooks = makeWebhooks({ store, now, random });
  const work = { book, gate: GATE, threads: startReadingThreads(0), files: nodeFiles, now, alone: inTurn() };
  return makeApi({ store, desks: desks.desk, access: accessByHeader, accounts: { accounts, access }, webhooks, work, now, failed });
}
