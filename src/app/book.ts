import type {
  ClusterDecision,
  CoverageGap,
  Dossier,
  EmbargoOverride,
  FactKind,
  IncidentReport,
  Report,
  StoredRelease,
} from '../model/index.ts';
import { type Appended, type BookStore, type By, openStore, type StorePlace } from '../store/index.ts';
import { followFacts } from './book-facts.ts';
import type { BookOptions, Material } from './material.ts';
import { placeDecisions, withdrawnEffects } from './review/in-force.ts';
import { reviewAnnotations } from './review/statement-layer.ts';
import { ruleVersion } from './rule-version.ts';

/** Everything a book holds that pages and reports are made from. */
export interface BookMaterial extends Material {
  readonly incidentReports: readonly IncidentReport[];
  readonly decisions: readonly ClusterDecision[];
  readonly gaps: readonly CoverageGap[];
  readonly overrides: readonly EmbargoOverride[];
  readonly releases: readonly StoredRelease[];
}

/** A report with the bytes it was read from. */
export interface ReportIntake {
  readonly report: Report;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly retrievedAt: string;
  readonly rights?: string | null;
  /** SHA-256 of the bytes where they came with an earlier report of the same file or answer; `bytes` are empty then. */
  readonly sourceHash?: string;
  /** Ids of the reports that the same address gave before, oldest first. */
  readonly earlier?: readonly string[];
}

/** A report of the book as far as its address goes. */
export interface ReportAtAddress {
  readonly id: string;
  readonly isExcerpt: boolean;
  /** Path or address it was read from: an entry of a feed and the article it links to share an address and are no versions of one another. */
  readonly source: string;
}

/** An open book, as commands and pages use it; everything that is kept goes through its store. */
export interface KeptBook {
  readonly store: BookStore;
  /** What is in force; `knownBy` leaves out what was not known by then. */
  readonly material: (query?: { readonly knownBy?: string }) => Promise<BookMaterial>;
  /** A number that grows with everything that changes the material: a key for what was computed from it. */
  readonly edition: () => Promise<number>;
  /** The dossier, remembered for the edition it was computed from. */
  readonly dossier: (options?: Pick<BookOptions, 'asOf' | 'heldAt'>) => Promise<Dossier>;
  /** Reports that a web address has given, oldest first. */
  readonly reportsAt: (url: string) => Promise<readonly ReportAtAddress[]>;
  /** Those that the book does not have yet, each with a key that no other report has. */
  readonly newReports: (intake: readonly ReportIntake[]) => Promise<readonly ReportIntake[]>;
  /** Reads reports in: each with its source and what the rules found in it. Those that are there already are left as they are. */
  readonly addReports: (intake: readonly ReportIntake[], by: By) => Promise<Appended>;
  readonly close: () => Promise<void>;
}

export interface OpenBookOptions {
  readonly now: () => string;
  readonly create?: boolean;
}

/** Kinds that material is made of. */
const MATERIAL = [
  'report',
  'annotation',
  'curated',
  'correction',
  'incident_report',
  'gap',
  'cluster_decision',
  'embargo_override',
  'release',
  'review',
] as const satisfies readonly FactKind[];

/** Kinds whose entries change what pages show. A text is deleted on legal demand by its source. */
export const SHOWN: readonly FactKind[] = [...MATERIAL, 'source'];

/** Opens a book, or makes one. */
export async function openBook(place: StorePlace, { now, create = false }: OpenBookOptions): Promise<KeptBook> {
  const store = await openStore(place, { now, mode: create ? 'create' : 'open' });
  const facts = followFacts(store, MATERIAL);
  const material = async ({ knownBy }: { readonly knownBy?: string } = {}): Promise<BookMaterial> => {
    const { of } = await facts();
    const found = of('annotation').map(({ body }) => body.annotation);
    const read = new Set(found.map(({ report }) => report));
    // Which reports could be known by a date only the store tells.
    const known = async <K extends FactKind>(kind: K) => (knownBy === undefined ? of(kind) : await store.facts(kind, { knownBy }));
    // What waits in a queue to be read would look like a report that says nothing.
    const reports = (await known('report')).map(({ body }) => body).filter(({ key }) => read.has(key));
    const reviews = placeDecisions(of('review'));
    const withdrawn = withdrawnEffects(reviews);
    const all = <K extends FactKind>(kind: K) => of(kind).map(({ body }) => body);
    const counting = <K extends FactKind>(kind: K) =>
      of(kind)
        .filter(({ id }) => !withdrawn.has(id))
        .map(({ body }) => body);
    return {
      reports,
      annotations: reviewAnnotations(reports, found, reviews),
      curated: all('curated'),
      corrections: counting('correction'),
      problems: [],
      incidentReports: (await known('incident_report')).map(({ body }) => body),
      decisions: counting('cluster_decision'),
      gaps: all('gap'),
      overrides: all('embargo_override'),
      releases: all('release'),
    };
  };
  const edition = (): Promise<number> => store.newest(SHOWN);
  // A report is called by its key in every reading: two files of one name in two folders must not share it, whichever process read them.
  interface Names {
    /** Id of the report that has the key. */
    readonly keys: Map<string, string>;
    readonly at: Map<string, ReportAtAddress[]>;
    readonly upTo: number;
  }
  let named: Promise<Names> = Promise.resolve({ keys: new Map(), at: new Map(), upTo: 0 });
  const remember = (at: Map<string, ReportAtAddress[]>, { id, url, carrier, source }: Report): void => {
    const known = url === null ? null : (at.get(url) ?? []);
    if (url !== null && known?.every((one) => one.id !== id)) at.set(url, [...known, { id, isExcerpt: carrier?.excerpt === true, source }]);
  };
  /** What is called how, with what others have written since. */
  const names = (): Promise<Names> => {
    const before = named;
    const anew = before.then(async ({ keys, at, upTo }) => {
      const fresh = await store.facts('report', { after: upTo });
      for (const { body } of fresh) {
        keys.set(body.key, body.id);
        remember(at, body);
      }
      return { keys, at, upTo: fresh.at(-1)?.seq ?? upTo };
    });
    // What could not be asked is asked by the next.
    named = anew.catch(() => before);
    return anew;
  };
  const withFreeKey = (one: ReportIntake, { keys, at }: Names): ReportIntake => {
    const { key, id } = one.report;
    const free = (keys.get(key) ?? id) === id ? key : `${key}-${id.slice(-6)}`;
    keys.set(free, id);
    remember(at, one.report);
    return free === key ? one : { ...one, report: { ...one.report, key: free } };
  };
  const newReports = async (intake: readonly ReportIntake[]): Promise<readonly ReportIntake[]> => {
    const there = new Set((await store.facts('report', { ids: intake.map(({ report }) => report.id) })).map(({ id }) => id));
    const known = await names();
    const fresh: ReportIntake[] = [];
    for (const one of intake) {
      if (there.has(one.report.id)) continue;
      there.add(one.report.id);
      fresh.push(withFreeKey(one, known));
    }
    return fresh;
  };
  return {
    store,
    material,
    edition,
    dossier: async ({ asOf, heldAt } = {}) => {
      const key = ['dossier', ruleVersion(), await edition(), asOf ?? '', heldAt ?? ''].join('|');
      const known = await store.remembered(key);
      if (known) return JSON.parse(Buffer.from(known).toString('utf8')) as Dossier;
      // Loaded only when something is computed: what is remembered must not wait for a lexicon.
      const { dossierOf } = await import('./material.ts');
      const dossier = dossierOf(await material(), { ...(asOf === undefined ? {} : { asOf }), ...(heldAt === undefined ? {} : { heldAt }) });
      await store.remember(key, Buffer.from(JSON.stringify(dossier), 'utf8'));
      return dossier;
    },
    newReports,
    reportsAt: async (url) => (await names()).at.get(url) ?? [],
    addReports: async (intake, by) => {
      const { factsOfReport } = await import('./report-facts.ts');
      const rules = ruleVersion();
      return store.append(
        (await newReports(intake)).flatMap((one) => factsOfReport(one, rules)),
        by,
      );
    },
    close: () => store.close(),
  };
}

/** What a book holds, for commands that only read; it is closed again. */
export async function readKept(place: StorePlace): Promise<BookMaterial> {
  const book = await openBook(place, { now: () => new Date().toISOString() });
  try {
    return await book.material();
  } finally {
    await book.close();
  }
}
