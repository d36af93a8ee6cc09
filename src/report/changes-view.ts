import type { Messages } from '../i18n/index.ts';
import type { Change, Dossier, DossierAgreement, Reading } from '../model/index.ts';
import type { EntryView } from './dossier-view.ts';
import { type EntryMaker, entryMaker } from './entries.ts';
import type { ContextOf } from './source-context.ts';

/** Two dossiers over the same reports, the later with more of them known, and what the ledger says lies between them. */
export interface Comparison {
  readonly before: Dossier;
  readonly after: Dossier;
  readonly changes: readonly Change[];
}

/** One thing that is other than before: a state, a version that is new or replaced, a difference, an answered question. */
export type ChangeItem =
  | { readonly kind: 'state'; readonly holder: string; readonly from: string; readonly to: string }
  | { readonly kind: 'new'; readonly entry: EntryView }
  | { readonly kind: 'replaced'; readonly entry: EntryView; readonly by: EntryView | null }
  | { readonly kind: 'differ'; readonly label: string; readonly text: string }
  | { readonly kind: 'answered'; readonly state: string; readonly text: string };

/** What is new in one agreement. */
export interface AgreementChanges {
  readonly id: string;
  readonly title: string;
  /** Null where the agreement was not known before. */
  readonly was: string | null;
  readonly is: string;
  readonly items: readonly ChangeItem[];
}

interface Book extends Comparison {
  readonly maker: EntryMaker;
  readonly readings: ReadonlyMap<string, Reading>;
  readonly messages: Messages;
}

function stateItems({ before, messages }: Book, later: DossierAgreement): readonly ChangeItem[] {
  const earlier = before.agreements.find(({ agreement }) => agreement.id === later.agreement.id);
  const states = new Map(earlier?.parties.map((party) => [party.holder, party.state]));
  return later.parties.flatMap(({ holder, state }) => {
    const then = states.get(holder) ?? 'silent';
    return then === state ? [] : [{ kind: 'state' as const, holder, from: messages.partyState[then], to: messages.partyState[state] }];
  });
}

function agreementChanges(book: Book, later: DossierAgreement, own: readonly Change[]): AgreementChanges {
  const { before, after, messages, maker, readings } = book;
  const held = new Set(later.cells.flatMap((cell) => cell.readings));
  const refs = (kind: Change['kind']): readonly (readonly string[])[] =>
    own.flatMap((change) => (change.kind === kind ? [change.refs] : []));
  const reading = (id: string | undefined): readonly Reading[] => {
    const found = readings.get(id ?? '');
    return found ? [found] : [];
  };
  const fresh = refs('reading_new').flatMap(([id]) => (held.has(id ?? '') ? reading(id) : []));
  const replaced = refs('reading_superseded').flatMap(([old, next]) => reading(old).map((one) => ({ old: one, next: reading(next)[0] })));
  const opposed = refs('contradiction').flatMap(([id]) => after.divergences.filter((divergence) => divergence.id === id));
  const answered = refs('question_answered').flatMap(([id]) => after.openQuestions.filter((question) => question.id === id));
  const earlier = before.agreements.find(({ agreement }) => agreement.id === later.agreement.id);
  const differences = opposed.map(({ element, sentence }) => ({
    kind: 'differ' as const,
    label: messages.element[element],
    text: sentence[messages.code],
  }));
  return {
    id: later.agreement.id,
    title: later.agreement.title[messages.code],
    was: earlier === undefined ? null : messages.overallState[earlier.overall.state],
    is: messages.overallState[later.overall.state],
    items: [
      ...stateItems(book, later),
      ...maker.entries(fresh).map((entry) => ({ kind: 'new' as const, entry })),
      ...replaced.map(({ old, next }) => ({
        kind: 'replaced' as const,
        entry: maker.entry(old),
        by: next ? maker.entry(next) : null,
      })),
      ...new Map(differences.map((item) => [`${item.label}: ${item.text}`, item])).values(),
      ...answered.map(({ text, state }) => ({
        kind: 'answered' as const,
        state: messages.questionState[state],
        text: text[messages.code],
      })),
    ],
  };
}

/** What is new in a later dossier, agreement by agreement; those where nothing is are left out. */
export function changesView(
  comparison: Comparison,
  { messages, contextOf = null }: { readonly messages: Messages; readonly contextOf?: ContextOf | null },
): readonly AgreementChanges[] {
  const { after, changes } = comparison;
  const book: Book = {
    ...comparison,
    maker: entryMaker(after, messages, contextOf),
    readings: new Map(after.readings.map((reading) => [reading.id, reading])),
    messages,
  };
  return after.agreements.flatMap((later) => {
    const own = changes.filter(({ agreement }) => agreement === later.agreement.id);
    return own.length === 0 ? [] : [agreementChanges(book, later, own)];
  });
}
