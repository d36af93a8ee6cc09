import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { indexOf } from '../../app/dossier-index.ts';
import { ELEMENTS, type Element, type Reading } from '../../model/index.ts';
import { type AgreementView, diffWords, type EntryView, entryMaker } from '../../report/index.ts';
import type { Page } from '../page.ts';
import { hiddenState } from '../url-state.ts';
import type { View } from '../view.ts';
import { knownFrom } from './agreement-view.tsx';
import { Entry } from './entry.tsx';
import { foreign } from './foreign.tsx';
import { holderName, party } from './parties.tsx';
import { type ChartVersion, VersionChart } from './version-chart.tsx';

/** One thing a side said of an element, in the words of one or several reports. */
interface Version {
  readonly entry: EntryView;
  readonly reading: Reading;
  /** The version that took its place, if it is there to be led to. */
  readonly next: string | null;
}

const byDate = (a: Version, b: Version): number =>
  (a.reading.heldFrom ?? '~') < (b.reading.heldFrom ?? '~')
    ? -1
    : (a.reading.heldFrom ?? '~') > (b.reading.heldFrom ?? '~')
      ? 1
      : a.entry.id < b.entry.id
        ? -1
        : 1;

/** All versions of an agreement by element, in the order of time; those in nobody's column are left out. */
function versionsOf(page: Page, agreement: string): ReadonlyMap<Element, readonly Version[]> {
  const { desk } = page.site;
  const dossier = desk.dossier(page.moment);
  const { readings, readingsOf } = indexOf(dossier);
  const maker = entryMaker(dossier, page.messages, desk.contextOf);
  const own = readingsOf(agreement).filter(
    ({ holder, authority, stance, spans, evidence }) =>
      holder !== 'narration' &&
      authority !== 'adviser' &&
      authority !== 'anonymous' &&
      (stance !== 'silent' || spans.length + evidence.length > 0),
  );
  const groups = new Map<Element, Version[]>();
  for (const element of ELEMENTS) {
    const ofElement = own.filter((reading) => reading.element === element);
    const found: Version[] = [];
    for (const holder of new Set(ofElement.map((reading) => reading.holder))) {
      const lane = ofElement.filter((reading) => reading.holder === holder);
      // What stands and what is over are told apart before words that are the same are put together.
      for (const over of [false, true])
        for (const entry of maker.entries(lane.filter(({ supersededBy }) => (supersededBy !== null) === over))) {
          const reading = readings.get(entry.id);
          if (reading) found.push({ entry, reading, next: reading.supersededBy });
        }
    }
    if (found.length > 0) groups.set(element, found.sort(byDate));
  }
  return groups;
}

const nameOf = (page: Page, { entry }: Version): string =>
  [
    holderName(page, entry.holder),
    entry.heldFrom === null ? page.words.record.history.undated : page.messages.date(entry.heldFrom),
    (entry.words?.text ?? entry.value ?? '').slice(0, 60),
  ].join(', ');

function Difference({ page, first, second }: { readonly page: Page; readonly first: Version; readonly second: Version }): JSX.Element {
  const { history } = page.words.record;
  const [a, b] = [first, second].map(({ entry }) => entry.words?.text ?? entry.value ?? '') as [string, string];
  const pieces = diffWords(a, b);
  const side = (version: Version, own: 'first' | 'second', other: Version): Child => (
    <div>
      <p>
        {party(page, version.entry.holder)}{' '}
        <span class="soft">
          {page.messages.element[version.entry.element]}
          {version.entry.heldFrom === null ? '' : `, ${page.messages.date(version.entry.heldFrom)}`}
        </span>
      </p>
      <blockquote class="words" lang={version.reading.language}>
        {pieces
          .filter(({ kind }) => kind === 'same' || kind === own)
          .map(({ kind, text }) =>
            kind === 'same' ? (
              foreign(page, text)
            ) : (
              <ins title={history.onlyIn(holderName(page, version.entry.holder))}>{foreign(page, text)}</ins>
            ),
          )}
      </blockquote>
      <p class="by">{other.reading.language === version.reading.language ? '' : history.otherLanguage}</p>
    </div>
  );
  return (
    <section id="difference">
      <h2>{history.diffTitle}</h2>
      <div class="sidebyside">
        {side(first, 'first', second)}
        {side(second, 'second', first)}
      </div>
    </section>
  );
}

function Choice({ page, groups }: { readonly page: Page; readonly groups: ReadonlyMap<Element, readonly Version[]> }): JSX.Element {
  const { history } = page.words.record;
  const select = (name: 'a' | 'b', label: string): JSX.Element => (
    <label>
      <span class="soft">{label}</span>{' '}
      <select name={name} required>
        {[...groups].map(([element, versions]) => (
          <optgroup label={page.messages.element[element]}>
            {versions.map((version) => (
              <option value={version.entry.id} {...(page.query[name] === version.entry.id ? { selected: true } : {})}>
                {nameOf(page, version)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
  return (
    <details class="choice">
      <summary>{history.compare}</summary>
      <form class="filter" method="get" action={page.path}>
        {hiddenState(page.state, []).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {select('a', history.first)}
        {select('b', history.second)}
        <button type="submit">{history.compareDo}</button>
      </form>
    </details>
  );
}

/** One agreement over time: every version of every element, what replaced it, and any two word by word. */
export function historyPage(page: Page, view: AgreementView): View {
  const { history } = page.words.record;
  const { messages } = page;
  const { oneYear } = page.site.desk.view(page.moment, page.lang);
  const groups = versionsOf(page, view.id);
  const all = new Map([...groups.values()].flat().map((version) => [version.entry.id, version]));
  const [first, second] = [all.get(page.query['a'] ?? ''), all.get(page.query['b'] ?? '')];
  const chartVersion = (version: Version): ChartVersion => ({
    id: version.entry.id,
    holder: version.entry.holder,
    from: version.reading.heldFrom,
    to: version.reading.heldTo,
    over: version.reading.supersededBy !== null,
    title: nameOf(page, version),
  });
  const item = (version: Version, before: Version | undefined): Child => {
    const { entry, reading, next } = version;
    const follower = next === null ? undefined : all.get(next);
    return (
      <li id={`v-${entry.id}`} class={reading.supersededBy === null ? '' : 'gone'}>
        <span class="when">{entry.heldFrom === null ? history.undated : messages.date(entry.heldFrom)}</span>
        <div>
          {party(page, entry.holder)} {reading.supersededBy === null ? '' : <span class="tag">{history.over}</span>}
          <Entry page={page} entry={entry} options={{ oneYear, brief: true }} />
          <p class="by">
            {follower ? (
              <>
                {history.replacedBy} <a href={`#v-${follower.entry.id}`}>{nameOf(page, follower)}</a>{' '}
              </>
            ) : (
              ''
            )}
            {before ? <a href={page.here({ query: { a: before.entry.id, b: entry.id }, hash: 'difference' })}>{history.previous}</a> : ''}
          </p>
        </div>
      </li>
    );
  };
  return {
    title: `${view.title}: ${history.title}`,
    knownFrom: knownFrom(page, view),
    downloads: [
      { label: 'CSV', path: `/a/${view.id}.csv` },
      { label: 'JSON', path: `/a/${view.id}.json` },
    ],
    body: (
      <>
        <header class="head">
          <p>
            <a href={page.href(`/a/${view.id}`)}>{view.title}</a>
          </p>
          <h1>
            {history.title} <span class="count">{history.versions(all.size)}</span>
          </h1>
          <p class="soft">{history.lead}</p>
        </header>
        {all.size === 0 ? <p>{history.none}</p> : <Choice page={page} groups={groups} />}
        {first && second ? <Difference page={page} first={first} second={second} /> : ''}
        {[...groups].map(([element, versions]) => (
          <section>
            <h2 id={element}>
              {messages.element[element]} <span class="count">{history.versions(versions.length)}</span>
            </h2>
            <VersionChart page={page} versions={versions.map(chartVersion)} label={history.chart(messages.element[element])} />
            <ol class="versions">
              {versions.map((version, i) =>
                item(
                  version,
                  versions.slice(0, i).findLast(({ entry }) => entry.holder === version.entry.holder && !entry.silent),
                ),
              )}
            </ol>
          </section>
        ))}
      </>
    ),
  };
}
