import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { indexOf } from '../../app/dossier-index.ts';
import type { AnchoredSpan } from '../../model/index.ts';
import type { EntryView, LineView, SourceRef } from '../../report/index.ts';
import { joinedNotes, withMarks } from '../../report/index.ts';
import { hasOddCharacters } from '../odd-characters.ts';
import type { Page } from '../page.ts';
import { foreign } from './foreign.tsx';

/** Characters of the sentence shown on either side of the words. */
const AROUND = 160;

/** A report by its short name and day, as a link to its page. */
export function sourceLinks(page: Page, sources: readonly SourceRef[], oneYear: boolean): Child {
  return sources.map(({ report, tag, date }, i) => (
    <>
      {i === 0 ? '' : ', '}
      <a class="ref" href={page.href(`/sources/${encodeURIComponent(report)}`)}>
        [{tag}]{date === null ? '' : ` ${page.messages.day(date, oneYear)}`}
      </a>
    </>
  ));
}

function before(text: string): string {
  if (text.length <= AROUND) return text.trimStart();
  const cut = text.slice(-AROUND);
  return `… ${cut.slice(cut.indexOf(' ') + 1)}`;
}

function after(text: string): string {
  if (text.length <= AROUND) return text.trimEnd();
  const cut = text.slice(0, AROUND);
  return `${cut.slice(0, cut.lastIndexOf(' '))} …`;
}

/** The sentence in which words stand in the report, with the words marked; nothing where the report says other words there. */
export function sourceSentence(page: Page, span: AnchoredSpan): JSX.Element | null {
  const { desk } = page.site;
  const around = desk.contextOf(span);
  if (around === null) return null;
  return (
    <p class="source" lang={desk.reports.get(span.report)?.language}>
      {foreign(page, before(around.before))}
      <mark>{foreign(page, around.exact)}</mark>
      {foreign(page, after(around.after))}
    </p>
  );
}

/** Whether the sentence would only repeat the words: they are nearly all of it, and nothing in it must be marked. */
function isWhole(page: Page, span: AnchoredSpan, words: string): boolean {
  const around = page.site.desk.contextOf(span);
  if (around === null) return true;
  const whole = around.before + around.exact + around.after;
  return words.length > whole.trim().length * 0.75 && !hasOddCharacters(whole);
}

/** Path of the statement a reading rests on; null for a silence and for what was entered by hand. */
export function statementPath(page: Page, reading: string): string | null {
  const [statement] = indexOf(page.site.desk.dossier(page.moment)).readings.get(reading)?.statements ?? [];
  return statement === undefined ? null : `/s/${statement}`;
}

export interface EntryOptions {
  readonly oneYear: boolean;
  /** Without the sentence in the report: in lists where many stand below each other. */
  readonly brief?: boolean;
  readonly mark?: string | null;
}

/** One version: its value, the words, who said them and how they reach us, and the sentence of the report in which they stand. */
export function Entry({
  page,
  entry,
  options,
}: {
  readonly page: Page;
  readonly entry: EntryView;
  readonly options: EntryOptions;
}): JSX.Element {
  const { messages, site } = page;
  const path = statementPath(page, entry.id);
  const [span] = entry.spans;
  const language = span ? site.desk.reports.get(span.report)?.language : undefined;
  const text = entry.words ? withMarks(entry.words, messages) : null;
  const kind = entry.silent ? 'words told' : entry.words?.verbatim ? 'words own' : 'words told';
  const who = entry.who === null ? null : site.desk.speakerName(entry.who, page.lang);
  const meta = [who, entry.how, ...entry.notes].filter((part) => part !== null && part !== '');
  return (
    <div class={`entry${entry.silent ? ' silence' : ''}`}>
      {options.mark ? <span class="tag">{options.mark}</span> : ''}
      {entry.value === null ? '' : <strong class="value">{entry.value}</strong>}
      {text === null ? (
        ''
      ) : (
        <p class={kind} lang={language}>
          {path === null ? foreign(page, text) : <a href={page.href(path)}>{foreign(page, text)}</a>}
        </p>
      )}
      <p class="by">
        {foreign(page, meta.join(', '))}
        {meta.length > 0 && entry.sources.length > 0 ? ' ' : ''}
        {sourceLinks(page, entry.sources, options.oneYear)}
        {entry.urls.map((url) =>
          /^https?:\/\//i.test(url) ? (
            <>
              {' '}
              <a href={url} rel="noreferrer nofollow">
                {new URL(url).host}
              </a>
            </>
          ) : (
            ''
          ),
        )}
      </p>
      {options.brief || !span || text === null || isWhole(page, span, entry.words?.text ?? '') ? '' : sourceSentence(page, span)}
    </div>
  );
}

/** A line with what is to be said of it in brackets and the reports it rests on. */
export function Line({ page, line, oneYear }: { readonly page: Page; readonly line: LineView; readonly oneYear: boolean }): JSX.Element {
  const notes = joinedNotes(line.notes);
  return (
    <li>
      {foreign(page, line.text)}
      {notes === '' && line.sources.length === 0 ? (
        ''
      ) : (
        <small>
          {' '}
          {foreign(page, notes)}
          {notes === '' ? '' : ' '}
          {sourceLinks(page, line.sources, oneYear)}
        </small>
      )}
    </li>
  );
}
