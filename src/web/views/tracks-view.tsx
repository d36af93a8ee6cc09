import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { indexOf } from '../../app/dossier-index.ts';
import type { Element, Reading, Track } from '../../model/index.ts';
import { type AgreementView, type EntryView, entryMaker, type LineView } from '../../report/index.ts';
import type { Page } from '../page.ts';
import type { View } from '../view.ts';
import { Sides } from './agreement-view.tsx';
import { Entry, Line } from './entry.tsx';
import { party } from './parties.tsx';

const TRACKS: readonly Track[] = [
  'roadmap',
  'maritime',
  'prisoner_exchange',
  'support_and_intelligence',
  'security_guarantees',
  'sanctions',
  'territory',
  'alliances',
  'economic_relations',
];

/** Elements of any agreement that belong to a track of their own: a truce may name an exchange, or who guarantees it. */
const ELEMENTS_OF: Readonly<Partial<Record<Track, readonly Element[]>>> = {
  prisoner_exchange: ['exchange'],
  support_and_intelligence: ['external_support'],
  security_guarantees: ['guarantee'],
  roadmap: ['next_step', 'relation_to_other_agreements'],
};

/** Entries and lines of one kind that are shown. */
const MOST = 80;

const byDate = (a: EntryView, b: EntryView): number => ((a.heldFrom ?? '~') < (b.heldFrom ?? '~') ? -1 : 1);

/** What sides have said on a track, in the order of time. The terms of the truces themselves stand on their own pages. */
function entriesOf(page: Page, track: Track): readonly EntryView[] {
  const { desk } = page.site;
  const dossier = desk.dossier(page.moment);
  const { agreements } = indexOf(dossier);
  const elements = ELEMENTS_OF[track] ?? [];
  const isOwn = (reading: Reading): boolean =>
    track !== 'roadmap' && track !== 'maritime' && agreements.get(reading.agreement)?.agreement.track === track;
  const readings = dossier.readings.filter(
    (reading) => reading.holder !== 'narration' && reading.stance !== 'silent' && (elements.includes(reading.element) || isOwn(reading)),
  );
  const maker = entryMaker(dossier, page.messages, desk.contextOf);
  return [...maker.entries(readings)].sort(byDate);
}

function Entries({
  page,
  entries,
  oneYear,
}: {
  readonly page: Page;
  readonly entries: readonly EntryView[];
  readonly oneYear: boolean;
}): Child {
  const { tracks } = page.words.record;
  const { messages } = page;
  const { readings } = indexOf(page.site.desk.dossier(page.moment));
  if (entries.length === 0) return '';
  return (
    <>
      <h3>{tracks.entries(entries.length)}</h3>
      <ol class="versions">
        {entries.slice(0, MOST).map((entry) => (
          <li class={readings.get(entry.id)?.supersededBy ? 'gone' : ''}>
            <span class="when">{entry.heldFrom === null ? messages.ui.undated : messages.date(entry.heldFrom.slice(0, 10))}</span>
            <div>
              {party(page, entry.holder)} <span class="soft">{messages.element[entry.element]}</span>
              <Entry page={page} entry={entry} options={{ oneYear, brief: true }} />
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Agreements of a track, a stage below the agreement it is a stage of. */
function Agreements({ page, views }: { readonly page: Page; readonly views: readonly AgreementView[] }): JSX.Element {
  const { tracks } = page.words.record;
  const { agreements } = indexOf(page.site.desk.dossier(page.moment));
  const titles = new Map(views.map(({ id, title }) => [id, title]));
  const parentOf = (id: string): string | undefined =>
    agreements.get(id)?.agreement.related.find((one) => one.kind === 'stage_of' && titles.has(one.id))?.id;
  const print = (view: AgreementView, depth: number): Child => (
    <li>
      <a href={page.href(`/a/${view.id}`)}>{view.title}</a> <strong>{view.state}</strong>
      {depth > 0 ? <span class="hidden"> ({tracks.stageOf(titles.get(parentOf(view.id) ?? '') ?? '')})</span> : ''}
      <Sides page={page} view={view} />
      {list(
        views.filter(({ id }) => parentOf(id) === view.id),
        depth + 1,
      )}
    </li>
  );
  const list = (items: readonly AgreementView[], depth: number): Child =>
    items.length === 0 || depth > 4 ? '' : <ul class="stages">{items.map((view) => print(view, depth))}</ul>;
  return (
    <>
      {list(
        views.filter(({ id }) => parentOf(id) === undefined),
        0,
      )}
    </>
  );
}

/** What runs beside the truce, each track as a ledger in the order of time. */
export function tracksPage(page: Page): View {
  const { tracks } = page.words.record;
  const { messages } = page;
  const whole = page.site.desk.view(page.moment, page.lang);
  const { oneYear } = whole;
  const { agreements } = indexOf(whole.dossier);
  const views = [...whole.agreements, ...whole.brief];
  const found = TRACKS.map((track) => ({
    track,
    views: views.filter(({ id }) => agreements.get(id)?.agreement.track === track),
    entries: entriesOf(page, track),
  }));
  const filled = found.filter((one) => one.views.length + one.entries.length > 0);
  const empty = found.filter((one) => !filled.includes(one)).map(({ track }) => tracks.track[track]);
  const lines = (heading: string, items: readonly LineView[]): Child =>
    items.length === 0 ? (
      ''
    ) : (
      <section>
        <h2>{heading}</h2>
        <ul class="lines">
          {items.slice(0, MOST).map((line) => (
            <Line page={page} line={line} oneYear={oneYear} />
          ))}
        </ul>
      </section>
    );
  return {
    title: tracks.title,
    downloads: [{ label: 'JSON', path: '/dossier.json' }],
    body: (
      <>
        <h1>{tracks.title}</h1>
        <p class="soft">{tracks.lead}</p>
        <nav class="ways">
          {filled.map(({ track }) => (
            <a href={`#${track}`}>{tracks.track[track]}</a>
          ))}
        </nav>
        {filled.map((one) => (
          <section id={one.track}>
            <h2>{tracks.track[one.track]}</h2>
            <Agreements page={page} views={one.views} />
            <Entries page={page} entries={one.entries} oneYear={oneYear} />
          </section>
        ))}
        {empty.length === 0 ? '' : <p class="soft">{tracks.none(messages.list(empty))}</p>}
        <div class="columns">
          {lines(tracks.requests(whole.requests.length), whole.requests)}
          {lines(tracks.shifts(whole.shifts.length), whole.shifts)}
          {lines(tracks.silences(whole.silences.length), whole.silences)}
          {lines(tracks.flags(whole.flags.length), whole.flags)}
        </div>
      </>
    ),
  };
}
