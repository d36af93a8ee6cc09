import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { type CountRange, type Incident, labelOf, type ReleasedBook } from '../../../model/index.ts';
import { placeKeyOf, placeWords } from '../../../report/map/index.ts';
import { daysBetween, dayText } from '../../../report/timeline/index.ts';
import type { Page } from '../../page.ts';
import { foreign } from '../foreign.tsx';
import { holderName, party } from '../parties.tsx';

/** When an incident happened, as precisely as it is known. */
export function whenOf({ messages, words }: Page, { from, to }: Pick<Incident, 'from' | 'to'>): string {
  const { list } = words.incidents;
  if (from === null && to === null) return list.noDay;
  if (from === null || to === null || to === from) return messages.date(from ?? to ?? '');
  const days = daysBetween(from, to);
  if (days === null) return messages.date(from);
  return list.span(dayText(days.from), dayText(days.to - 1), messages.date);
}

/** Where it happened, in words, as coarsely as the release left it. */
export function whereOf({ words, lang }: Page, { place }: Pick<Incident, 'place'>): string {
  return placeWords(placeKeyOf(place), words.charts, lang);
}

/** What was attacked, and how, as far as it is told. */
export function whatOf({ words, lang }: Page, { objects, act }: Pick<Incident, 'objects' | 'act'>): string {
  const what = objects.length === 0 ? words.incidents.list.noObject : objects.map((code) => labelOf(code, lang)).join(' / ');
  const how = act === 'attack' ? '' : labelOf(act, lang);
  return how === '' ? what : `${what} (${how})`;
}

/** A side by shape and name; who is no side by name alone. */
export function voice(page: Page, code: string): Child {
  return page.site.desk.holders.some((holder) => holder.code === code) ? party(page, code) : foreign(page, holderName(page, code));
}

/** Several sides or sources in a row. */
export function voices(page: Page, codes: readonly string[]): Child {
  return codes.map((code, i) => (
    <>
      {i === 0 ? '' : ', '}
      {voice(page, code)}
    </>
  ));
}

/** Who accuses whom, who admits, who denies: each in few words, nothing of ours. */
export function Charge({ page, incident }: { readonly page: Page; readonly incident: Incident }): JSX.Element {
  const { words } = page;
  const { by, to, deniedBy, level } = incident.attribution;
  const others = by.filter((code) => !to.includes(code));
  return (
    <>
      {to.length === 0 ? <span class="charge soft">{words.incidents.nobodyAccused} </span> : ''}
      {to.length > 0 && others.length > 0 ? (
        <span class="charge">
          {voices(page, others)} <span aria-hidden="true">→</span>
          <span class="hidden"> {words.incidents.accuses} </span> {voices(page, to)}
        </span>
      ) : (
        ''
      )}
      {level === 'admitted_by_party' ? (
        <span class="charge">
          {voices(page, to)} {words.incidents.admits}
        </span>
      ) : (
        ''
      )}
      {to.length > 1 && others.length === 0 ? (
        <span class="charge">
          {voices(page, to)} {words.incidents.mutual}
        </span>
      ) : (
        ''
      )}
      {deniedBy.length === 0 ? (
        ''
      ) : (
        <span class="charge">
          {voices(page, deniedBy)} {words.incidents.denies}
        </span>
      )}
    </>
  );
}

/** Letter and digit of a grade, with their words for whoever does not know them. */
export function gradeMark({ topics }: Page, { grade }: Pick<Incident, 'grade'>): JSX.Element {
  const { source, information } = topics.monitor.grades;
  return (
    <abbr class="grade" title={`${source[grade.source]}; ${information[grade.information]}`}>
      {grade.source}
      {grade.information}
    </abbr>
  );
}

/** A number of incidents as a heading counts them. */
export function events({ words }: Page, { min, max }: CountRange): string {
  return words.charts.events(min, max);
}

/** What a release leaves out, and why it is coarse; nothing for the desk itself. */
export function ReleaseNote({ page, book }: { readonly page: Page; readonly book: ReleasedBook }): JSX.Element | null {
  if (book.profile.id === 'internal') return null;
  const { lag, coarse, why } = page.words.incidents;
  return (
    <p class="note soft">
      {book.card.lag.hours > 0 ? `${lag(book.card.lag.hours, page.messages.date(book.card.lag.completeBefore))} ` : ''}
      {coarse} <a href={page.href('/method', { hash: 'coarse' })}>{why}</a>
    </p>
  );
}
