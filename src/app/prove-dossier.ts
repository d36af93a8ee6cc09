import type { Dossier, Entry, FactKind } from '../model/index.ts';
import type { BookStore, Head } from '../store/index.ts';

/** A dossier with all that is needed to check its quotations and counts without Trucebook; see `proof/verify-dossier.mjs`. */
export interface DossierProof {
  readonly schema: 'trucebook/proof@1';
  readonly note: string;
  readonly head: Pick<Head, 'seq' | 'hash'>;
  /** The whole journal, without the contents its entries name: hashes stand for them. */
  readonly entries: readonly Entry[];
  /** The contents that the dossier rests on. */
  readonly bodies: readonly { readonly kind: FactKind; readonly id: string; readonly body: unknown }[];
  readonly dossier: Dossier;
  readonly counts: Readonly<
    Record<'reports' | 'agreements' | 'readings' | 'statements' | 'divergences' | 'openQuestions' | 'quotations', number>
  >;
}

const NOTE =
  'This proves integrity, not truth: nothing was changed since it was entered; whether what is said is so is another question. Check it with verify-dossier.mjs.';
const PAGE = 5_000;

/** Puts the journal and the texts of its reports beside a dossier that was computed from a book. */
export async function proveDossier(store: BookStore, dossier: Dossier): Promise<DossierProof> {
  const head = await store.head();
  const entries: Entry[] = [];
  for (;;) {
    const page = await store.entries({ after: entries.length, limit: PAGE });
    entries.push(...page.filter(({ seq }) => seq <= head.seq));
    if (page.length < PAGE) break;
  }
  const reports = await store.facts('report', { ids: dossier.reports.map(({ id }) => id) });
  return {
    schema: 'trucebook/proof@1',
    note: NOTE,
    head: { seq: head.seq, hash: head.hash },
    entries,
    bodies: reports.map(({ kind, id, body }) => ({ kind, id, body })),
    dossier,
    counts: {
      reports: dossier.reports.length,
      agreements: dossier.agreements.length,
      readings: dossier.readings.length,
      statements: dossier.statements.length,
      divergences: dossier.divergences.length,
      openQuestions: dossier.openQuestions.length,
      quotations: quotationsIn(dossier),
    },
  };
}

function quotationsIn({ readings, setAside = [], statements }: Dossier): number {
  const spans = [...readings, ...setAside].reduce((sum, reading) => sum + reading.spans.length, 0);
  return statements.reduce((sum, statement) => sum + statement.content.length + statement.cue.length, spans);
}
