import type { Mark, Messages } from '../i18n/index.ts';
import type { AnchoredSpan, Divergence, Dossier, DossierAgreement, Element, OpenQuestion, Reading } from '../model/index.ts';
import { courseOf } from './course.ts';
import { differencesOf } from './differences.ts';
import type {
  AgreementView,
  DifferencesView,
  DivergenceView,
  DossierView,
  EntryView,
  HistoryView,
  LineView,
  RowView,
  SourceView,
} from './dossier-view.ts';
import { type EntryMaker, entryMaker, speakerInWords, withMarks } from './entries.ts';
import { printable } from './printable.ts';
import { isScrap } from './readable.ts';
import { reviewsOf } from './reviews.ts';
import type { ContextOf } from './source-context.ts';
import { isOfOneYear, sourceTags } from './source-tags.ts';
import { valueWords } from './value-words.ts';

export interface ViewOptions {
  readonly messages: Messages;
  /** Where the reports are at hand: the sentence around a span. */
  readonly contextOf?: ContextOf | null;
  /** The dossier was restricted to one agreement: it is shown in full however little is known of it. */
  readonly single?: boolean;
  /** Also what people have set aside, beside what they put in its place. */
  readonly both?: boolean;
}

/** What a reader looks for first; the other elements follow in the order of the ledger. */
const FIRST_ELEMENTS: readonly Element[] = [
  'parties_and_signatories',
  'protected_objects',
  'prohibited_acts',
  'geographic_scope',
  'exchange',
  'entry_into_force',
  'duration',
  'reciprocity',
  'preconditions',
  'monitoring',
];

/** Answers named beside a question; the table has all of them. */
const MOST_ANSWERS = 3;

const rankOf = (element: Element | null): number => {
  const rank = element === null ? -1 : FIRST_ELEMENTS.indexOf(element);
  return rank < 0 ? FIRST_ELEMENTS.length : rank;
};

/** Authorities that fill no column: shown apart, as voices of a side and not as the side. */
const APART: ReadonlySet<Reading['authority']> = new Set(['adviser', 'anonymous']);

/** Code-unit order, the same on every machine; values without a date go last. */
const byDate = (a: string | null, b: string | null): number => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1);

interface Book {
  readonly dossier: Dossier;
  readonly contextOf: ContextOf | null;
  readonly messages: Messages;
  readonly maker: EntryMaker;
  readonly readings: ReadonlyMap<string, Reading>;
  readonly both: boolean;
}

/** A silence that is only computed is an empty cell; one that a report states is shown with its words. */
const isShown = ({ stance, spans, evidence }: Reading): boolean => stance !== 'silent' || spans.length + evidence.length > 0;

/** The mark of a whole row: it differs if any two differ, and it is the same only for those who speak. */
function rowMark(marks: readonly Mark[]): Mark {
  return (['differ', 'agree', 'only'] as const).find((mark) => marks.includes(mark)) ?? 'silent';
}

function rowOf(book: Book, agreement: DossierAgreement, element: RowView['element'], columns: readonly string[]): RowView {
  const { messages, maker, readings } = book;
  const own = agreement.cells.filter((cell) => cell.element === element);
  const cells = columns.map((holder) => {
    const ids = own.filter((cell) => cell.holder === holder).flatMap((cell) => cell.readings);
    return maker.entries(ids.flatMap((id) => readings.get(id) ?? []).filter(isShown));
  });
  const mark = rowMark(own.map((cell) => cell.mark));
  const speaking = own.filter((cell) => cell.mark !== 'silent');
  const markText =
    mark === 'only'
      ? messages.ui.onlyOne(messages.list([...new Set(speaking.map((cell) => maker.nameOf(cell.holder)))]))
      : mark === 'agree' && speaking.length < columns.length
        ? messages.ui.someAgree(speaking.length, columns.length)
        : messages.mark[mark];
  return { element, label: messages.element[element], mark, markText, cells };
}

const line = (book: Book, text: string, spans: readonly AnchoredSpan[], notes: readonly string[] = []): LineView => ({
  text,
  notes,
  spans,
  sources: book.maker.sources(spans),
});

function divergenceView(book: Book, divergence: Divergence): DivergenceView {
  const { messages, readings } = book;
  const spans = [divergence.a, divergence.b].flatMap(({ reading }) => readings.get(reading)?.spans ?? []);
  return {
    ...line(
      book,
      divergence.sentence[messages.code],
      spans,
      divergence.renderingOnly && divergence.kind !== 'rendering_only' ? [messages.ui.renderingOnly] : [],
    ),
    element: divergence.element,
    label: messages.element[divergence.element],
    kind: messages.divergenceKind[divergence.kind],
    holder: divergence.a.holder,
  };
}

function differencesView(book: Book, agreement: string, rows: readonly RowView[]): DifferencesView {
  const { dossier, maker, readings } = book;
  const ownWords = ({ spans, mode }: Reading): boolean => maker.words(spans, mode)?.verbatim === true;
  const { chosen, further, within, oneSided } = differencesOf(dossier, agreement, readings, ownWords);
  const views = (items: readonly Divergence[]): readonly DivergenceView[] => distinct(items.map((item) => divergenceView(book, item)));
  return {
    chosen: views(chosen),
    further: views(further),
    within: views(within),
    oneSided: views(oneSided),
    // With a single column there is nobody who could have spoken beside.
    onlyOne: rows
      .filter(({ cells }) => cells.length > 1)
      .filter(({ mark }) => mark === 'only')
      .map(({ label, cells }) => `${label} (${speaking(book, cells)})`),
  };
}

const speaking = ({ messages, maker }: Book, cells: RowView['cells']): string =>
  messages.list([...new Set(cells.flatMap((cell) => cell.filter(({ silent }) => !silent).map(({ holder }) => maker.nameOf(holder))))]);

function questionView(book: Book, question: OpenQuestion): LineView {
  const { messages, maker, readings } = book;
  const isOpen = question.state === 'open';
  // Where each side answers otherwise, the table and the differences say how.
  const answers = question.state === 'answered' ? maker.entries(question.answers.flatMap((id) => readings.get(id) ?? [])) : [];
  const notes = [
    // The text of an empty slot names those who say nothing; a question that a report raises does not.
    ...(isOpen && question.raisedBy !== 'empty_slot' && question.to.length > 0
      ? [messages.ui.asked(messages.list(question.to.map(maker.nameOf)))]
      : []),
    ...(question.state === 'moot' ? [messages.questionState.moot] : []),
    ...answers.slice(0, MOST_ANSWERS).map((answer) => messages.ui.answers(entryInWords(answer, messages))),
    ...(answers.length > MOST_ANSWERS ? [messages.ui.more(answers.length - MOST_ANSWERS)] : []),
  ];
  return line(book, question.text[messages.code], question.spans, notes);
}

/** The open questions; those that nobody at all has spoken to, and that no report raises, share one line at the end. */
function openLines(book: Book, questions: readonly OpenQuestion[]): readonly LineView[] {
  const { messages } = book;
  const open = questions.filter(({ state }) => state === 'open');
  const untouched = open.filter(({ answers, raisedBy, spans }) => answers.length === 0 && raisedBy === 'empty_slot' && spans.length === 0);
  const labels = untouched.flatMap(({ element }) => (element === null ? [] : [messages.element[element]]));
  return [
    ...open.filter((question) => !untouched.includes(question)).map((question) => questionView(book, question)),
    ...(labels.length > 0 ? [line(book, messages.ui.nobodySays(messages.list(labels)), [])] : []),
  ];
}

/** One entry in running text: value or words, and who said it. */
function entryInWords(entry: EntryView, messages: Messages): string {
  const said = entry.words ? withMarks(entry.words, messages) : entry.value;
  return entry.who === null ? (said ?? '') : `${entry.who}: ${said ?? ''}`;
}

/** Versions of one element that are shown of each kind, the superseded and the present. */
const MOST_VERSIONS = 2;

/** What a reading means, whatever its words: its stance and its value. */
const senseOf = ({ messages, maker }: Book, { stance, value }: Reading): string =>
  `${stance}\u001f${valueWords(value, messages, maker.nameOf)}`;

function historiesOf(book: Book, agreement: string, told: ReadonlySet<string>): readonly HistoryView[] {
  const { dossier, messages, maker, readings } = book;
  const groups = new Map<string, Reading[]>();
  for (const reading of dossier.readings) {
    if (reading.agreement !== agreement || reading.supersededBy === null || reading.holder === 'narration' || !isShown(reading)) continue;
    const key = JSON.stringify([reading.holder, reading.element, reading.arrangement]);
    groups.set(key, [...(groups.get(key) ?? []), reading]);
  }
  return [...groups.values()].flatMap((old) => {
    const [first] = old;
    // What one side said at different times stands among the differences.
    if (!first || told.has(`${first.holder} ${first.element}`)) return [];
    const ids = new Set(old.map(({ id }) => id));
    const next = [...new Set(old.map(({ supersededBy }) => supersededBy ?? ''))].filter((id) => !ids.has(id));
    const version = (superseded: boolean) => (entry: EntryView) => ({ entry, superseded });
    const present = next.flatMap((id) => readings.get(id) ?? []);
    // What is said again in the same sense was not superseded, whatever its words.
    const senses = new Set(present.filter(({ stance }) => stance !== 'silent').map((reading) => senseOf(book, reading)));
    const replaced = old.filter((reading) => reading.stance === 'silent' || !senses.has(senseOf(book, reading)));
    const gone = maker
      .entries(replaced)
      .toSorted((a, b) => byDate(a.heldFrom, b.heldFrom))
      .slice(-MOST_VERSIONS);
    const current = maker.entries(present);
    if (gone.length === 0 || current.length === 0) return [];
    return {
      label: messages.element[first.element],
      holder: maker.nameOf(first.holder),
      versions: [...gone.map(version(true)), ...current.slice(0, MOST_VERSIONS).map(version(false))],
    };
  });
}

/** The newsrooms' own claims: the whole sentence, since a fragment of it says nothing; what it is about stands behind it. */
function narrationLines(book: Book, found: readonly Reading[], contextOf: ContextOf | null): readonly LineView[] {
  const { messages } = book;
  const lines = new Map<string, { readonly spans: readonly AnchoredSpan[]; readonly labels: Set<string> }>();
  for (const reading of found) {
    const [span] = reading.spans;
    if (!span || !isShown(reading)) continue;
    const around = contextOf?.(span) ?? null;
    const text = printable(around ? around.before + around.exact + around.after : span.exact);
    if (isScrap(text)) continue;
    const known = lines.get(text) ?? { spans: [span], labels: new Set<string>() };
    known.labels.add(messages.element[reading.element]);
    lines.set(text, known);
  }
  return [...lines].map(([text, { spans, labels }]) => line(book, text, spans, [messages.list([...labels])]));
}

/** Lines that say the same, once. */
function distinct<T extends LineView>(lines: readonly T[]): readonly T[] {
  return [...new Map(lines.map((item) => [JSON.stringify([item.text, item.notes]), item])).values()];
}

function columnsOf(book: Book, { agreement, cells }: DossierAgreement): AgreementView['columns'] {
  const speaking = new Set(cells.filter((cell) => cell.readings.length > 0).map((cell) => cell.holder));
  // A party that says nothing keeps its column: that it is silent is what the reader looks for.
  const shown = new Set([...speaking, ...agreement.parties].filter((holder) => cells.some((cell) => cell.holder === holder)));
  const order = book.dossier.holders.map(({ code }) => code);
  const rank = (code: string): number => (order.includes(code) ? order.indexOf(code) : order.length);
  return [...shown].sort((a, b) => rank(a) - rank(b)).map((code) => ({ code, name: book.maker.nameOf(code) }));
}

/** Elements to which no side says anything: empty rows, and the slots of which the ledger asks. */
function nobodySays(rows: readonly RowView[], all: readonly RowView[], questions: readonly OpenQuestion[]): readonly Element[] {
  const said = new Set(rows.map((row) => row.element));
  const asked = questions.flatMap(({ element, state, raisedBy }) =>
    element !== null && state === 'open' && raisedBy === 'empty_slot' ? [element] : [],
  );
  const empty = new Set([...all.map((row) => row.element), ...asked].filter((element) => !said.has(element)));
  return [...FIRST_ELEMENTS.filter((element) => empty.has(element)), ...[...empty].filter((element) => !FIRST_ELEMENTS.includes(element))];
}

/** The name of a related agreement without what its neighbour's title says already: the parties and the month. */
function shortTitle(title: string, beside: string): string {
  const parties = / (\S+–\S+)(?: \(|$)/.exec(beside)?.[1];
  const name = title.replace(/ \([^()]*\)$/, '');
  return parties !== undefined && name.endsWith(` ${parties}`) ? name.slice(0, -parties.length - 1) : name;
}

function agreementView(book: Book, found: DossierAgreement): AgreementView {
  const { dossier, messages, maker, readings } = book;
  const { agreement } = found;
  const columns = columnsOf(book, found);
  const codes = columns.map(({ code }) => code);
  const filled = [...new Set(found.cells.map((cell) => cell.element))];
  const elements = [
    ...FIRST_ELEMENTS.filter((element) => filled.includes(element)),
    ...filled.filter((element) => !FIRST_ELEMENTS.includes(element)),
  ];
  const all = elements.map((element) => rowOf(book, found, element, codes));
  const rows = all.filter((row) => row.cells.some((cell) => cell.length > 0));
  const inCells = new Set(found.cells.flatMap((cell) => cell.readings));
  const own = dossier.readings.filter((reading) => reading.agreement === agreement.id);
  const apart = (test: (reading: Reading) => boolean): readonly EntryView[] =>
    maker.entries(own.filter((reading) => !inCells.has(reading.id) && reading.supersededBy === null && test(reading)));
  const questions = dossier.openQuestions
    .filter((question) => question.agreement === agreement.id)
    .toSorted((a, b) => rankOf(a.element) - rankOf(b.element));
  const differences = differencesView(book, agreement.id, rows);
  const titles = new Map(dossier.agreements.map(({ agreement: other }) => [other.id, other.title[messages.code]]));
  return {
    id: agreement.id,
    title: agreement.title[messages.code],
    kind: [
      ...(agreement.side === 'unclear' ? [] : [messages.side[agreement.side]]),
      ...(agreement.brokers.length > 0 ? [`${messages.ui.brokers} ${messages.list(agreement.brokers.map(maker.nameOf))}`] : []),
    ].join(' · '),
    state: messages.overallState[found.overall.state],
    why: found.overall.why[messages.code],
    parties: found.parties.map(({ holder, state, since }) => ({
      holder,
      name: maker.nameOf(holder),
      state: messages.partyState[state],
      since,
    })),
    columns,
    rows,
    nobody: nobodySays(rows, all, questions).map((element) => messages.element[element]),
    readingCount: [...inCells].flatMap((id) => readings.get(id) ?? []).filter(isShown).length,
    related: agreement.related.flatMap(({ id, kind }) => {
      const title = titles.get(id);
      return title === undefined ? [] : [`${messages.relatedKind[kind]}: ${shortTitle(title, agreement.title[messages.code])}`];
    }),
    divergences: differences,
    open: openLines(book, questions),
    disputed: questions.filter(({ state }) => state === 'answered_differently').map((question) => questionView(book, question)),
    answered: questions.filter(({ state }) => state === 'answered' || state === 'moot').map((question) => questionView(book, question)),
    superseded: historiesOf(book, agreement.id, new Set(differences.within.map(({ element, holder }) => `${holder} ${element}`))),
    reviewed: book.both ? reviewsOf(dossier, agreement.id, messages, maker) : [],
    clocks: distinct(
      found.clocks.map(({ holder, iso, from, to, note }) => {
        const range = [
          from === null ? null : messages.value.from(messages.date(from)),
          to === null ? null : messages.value.until(messages.date(to)),
        ];
        const dates = range.filter((part) => part !== null).join(' ');
        const said = [iso === '' ? '' : messages.duration(iso), dates].filter(Boolean).join(', ');
        return line(book, `${maker.nameOf(holder)}: ${said}`, [], [note[messages.code]]);
      }),
    ),
    narration: narrationLines(
      book,
      own.filter((reading) => !inCells.has(reading.id) && reading.supersededBy === null && reading.holder === 'narration'),
      book.contextOf,
    ),
    dissent: apart((reading) => reading.holder !== 'narration' && APART.has(reading.authority)),
    timeline: courseOf(dossier, agreement.id, readings, messages, maker.nameOf),
  };
}

function sourcesOf({ dossier, messages }: Book): readonly SourceView[] {
  const tags = sourceTags(dossier.reports);
  // A report may rest on several readouts; an origin of one report alone says nothing that the report does not.
  const sharedBy = (report: string): readonly string[] =>
    dossier.origins
      .filter(({ reports }) => reports.length > 1 && reports.includes(report))
      .map(({ label }) => datesInWords(label, messages));
  return dossier.reports.map(({ key, date, outlet, title, url, language }) => ({
    tag: tags.get(key) ?? key,
    key,
    date,
    outlet,
    title,
    url,
    language,
    shared: sharedBy(key).join('; ') || null,
  }));
}

/**
 * How many origins the reports have. What several reports rest on counts once; what a single report adds of its own counts only
 * where it rests on nothing shared, so that there are never more origins than reports.
 */
export function originCount({ origins, reports }: Pick<Dossier, 'origins' | 'reports'>): number {
  const shared = origins.filter((origin) => origin.reports.length > 1);
  const resting = new Set(shared.flatMap((origin) => origin.reports));
  const alone = reports.filter(({ key }) => !resting.has(key)).length;
  return Math.min(reports.length, shared.length + alone);
}

/** Why reports were put together, one line for each origin that several of them share. */
function originLines({ dossier, messages }: Book): readonly string[] {
  const tags = sourceTags(dossier.reports);
  return dossier.origins
    .filter(({ reports }) => reports.length > 1)
    .map(({ kind, label, reports }) => {
      const named = messages.list(reports.map((key) => `[${tags.get(key) ?? key}]`));
      return `${datesInWords(label, messages)}: ${named} – ${messages.ui.originWhy[kind] ?? kind}`;
    });
}

const datesInWords = (label: string, messages: Messages): string => label.replace(/\d{4}-\d{2}(?:-\d{2})?/g, (date) => messages.date(date));

/** Where a report says that somebody said nothing: once for each speaker and report. */
function silenceLines(book: Book): readonly LineView[] {
  const { dossier, messages } = book;
  const lines = new Map<string, LineView>();
  for (const silence of dossier.silences) {
    const who = messages.list(silence.speakers.map(({ name }) => speakerInWords(name, messages)));
    const key = `${who}\u001f${silence.report}\u001f${silence.supersededBy === null}`;
    if (lines.has(key)) continue;
    const span = { report: silence.report, start: silence.span.start, end: silence.span.end, exact: silence.exact };
    lines.set(
      key,
      line(book, [who, silence.exact].filter(Boolean).join(': '), [span], silence.supersededBy === null ? [] : [messages.ui.silenceEnded]),
    );
  }
  return [...lines.values()];
}

function requestLines(book: Book): readonly LineView[] {
  const { dossier, messages, maker } = book;
  const forms = new Map(dossier.statements.map((stmt) => [stmt.id, stmt.form]));
  return dossier.requests.map((request) => {
    const words = maker.words([request.span], forms.get(request.statement) ?? null);
    const from = maker.nameOf(request.from);
    const between = request.to === null ? from : messages.ui.toward(from, maker.nameOf(request.to));
    const said = words ? withMarks(words, messages) : '';
    const notes = [
      ...(request.outcome === 'nothing_reported' ? [] : [messages.requestOutcome[request.outcome]]),
      ...(request.due === null ? [] : [messages.ui.due(messages.date(request.due))]),
    ];
    return line(book, `${messages.requestKind[request.kind]} (${between}): ${said}`, [request.span], notes);
  });
}

function shiftLines(book: Book): readonly LineView[] {
  const { dossier, messages, maker } = book;
  const forms = new Map(dossier.statements.map((stmt) => [stmt.id, stmt.form]));
  const positions = new Map(dossier.positions.map((position) => [position.statement, position]));
  const said = (position: Dossier['positions'][number]): string => {
    const words = maker.words([position.span], forms.get(position.statement) ?? null);
    return `${position.at === null ? '' : `${messages.date(position.at)} `}${words ? withMarks(words, messages) : ''}`;
  };
  return dossier.positions.flatMap((position) => {
    const before = positions.get(position.shiftFrom ?? '');
    if (!before) return [];
    const about = `${maker.nameOf(position.holder)}, ${maker.nameOf(position.issue)}`;
    return line(book, `${about}: ${said(before)} → ${said(position)}`, [before.span, position.span]);
  });
}

/** Puts a dossier in the order in which a person reads it: agreements with most voices first, differences before silence. */
export function viewOf(dossier: Dossier, { messages, contextOf = null, single = false, both = false }: ViewOptions): DossierView {
  const book: Book = {
    dossier,
    messages,
    maker: entryMaker(dossier, messages, contextOf),
    readings: new Map(dossier.readings.map((reading) => [reading.id, reading])),
    contextOf,
    both,
  };
  const views = dossier.agreements.map((found) => agreementView(book, found));
  const voices = (view: AgreementView): number => view.columns.filter((_, i) => view.rows.some((row) => row.cells[i]?.length)).length;
  const ordered = [...views].sort((a, b) => voices(b) - voices(a) || b.readingCount - a.readingCount || (a.id < b.id ? -1 : 1));
  const isBrief = (view: AgreementView): boolean => !single && view.readingCount < 2;
  const { ui } = messages;
  const standing = [
    dossier.asOf === null ? ui.asOfAll : ui.asOf(messages.date(dossier.asOf)),
    ...(dossier.heldAt === null ? [] : [ui.heldAt(messages.date(dossier.heldAt))]),
  ];
  return {
    messages,
    contextOf,
    dossier,
    oneYear: isOfOneYear(dossier.reports),
    standing: standing.join(' · '),
    counts: [ui.reportsAndOrigins(dossier.reports.length, originCount(dossier)), ui.agreementsFound(dossier.agreements.length)].join(' · '),
    agreements: ordered.filter((view) => !isBrief(view)),
    brief: ordered.filter(isBrief),
    requests: requestLines(book),
    shifts: shiftLines(book),
    silences: silenceLines(book),
    flags: dossier.flags.map(({ kind, span, note }) => line(book, span.exact, [span], kind === 'gloss' ? [] : [note[messages.code]])),
    sources: sourcesOf(book),
    origins: originLines(book),
  };
}
