import type { JSX } from 'hono/jsx/jsx-runtime';
import { valuesOf, variablesFor } from '../../../app/review/coding/code-values.ts';
import type { CodingTask } from '../../../app/review/coding/coding-tasks.ts';
import { type CodingDifference, FEWEST_UNITS, type VariableAgreement } from '../../../app/review/coding/open-coding.ts';
import type { Problem } from '../../../errors.ts';
import { printable } from '../../../report/index.ts';
import type { Page } from '../../page.ts';
import { hiddenState } from '../../url-state.ts';
import type { View } from '../../view.ts';
import { foreign } from '../foreign.tsx';
import { type Given, nameOf } from './decision-form.tsx';

/** Differences on one page. */
const MOST = 10;

/** What the page is made from; differences are those that whoever asks may settle. */
export interface DifferencesOf {
  readonly by: string;
  readonly differences: readonly CodingDifference[];
  readonly tasks: ReadonlyMap<string, Pick<CodingTask, 'context'>>;
  readonly agreement: readonly VariableAgreement[];
}

/** A settlement that could not be used. */
export interface RefusedSettlement {
  readonly given: Given;
  readonly problems: readonly Problem[];
  readonly status: 400 | 403 | 409;
}

/** Names a difference in a form. */
export const keyOfDifference = ({ target, variable }: Pick<CodingDifference, 'target' | 'variable'>): string =>
  `${target.kind} ${target.id} ${variable}`;

function AskName({ page }: { readonly page: Page }): JSX.Element {
  const { differences } = page.words.frontDesk;
  return (
    <form method="get" action="/review/differences" class="decide">
      {hiddenState(page.state, []).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <label>
        <span class="soft">{differences.who}</span> <input name="by" required maxlength={100} autocomplete="name" />
      </label>
      <button type="submit">{differences.show}</button>
    </form>
  );
}

function Problems({ problems }: Pick<RefusedSettlement, 'problems'>): JSX.Element {
  return (
    <ul class="problems" role="alert" lang="en">
      {problems.map(({ code, message, remedy }) => (
        <li>
          <code>{code}</code> {message} <span class="soft">{remedy}</span>
        </li>
      ))}
    </ul>
  );
}

function Difference({
  page,
  difference,
  of,
  refused,
}: {
  readonly page: Page;
  readonly difference: CodingDifference;
  readonly of: DifferencesOf;
  readonly refused: RefusedSettlement | null;
}): JSX.Element {
  const { differences, review } = page.words.frontDesk;
  const { target, variable, codings } = difference;
  const asked = variablesFor(target.kind).find((one) => one.variable === variable);
  const values = asked === undefined ? [] : valuesOf(asked);
  const given = refused?.given ?? {};
  const key = keyOfDifference(difference);
  return (
    <li id={key.replaceAll(' ', '-')} class="review" tabindex={-1}>
      <h2>
        <span class="tag">{page.topics.book.reviewing.target[target.kind]}</span> {asked?.[page.lang] ?? variable}
      </h2>
      {(of.tasks.get(`${target.kind} ${target.id}`)?.context ?? []).map(({ before, exact, after }) => (
        <p class="source">
          {foreign(page, printable(before))}
          <mark>{foreign(page, printable(exact))}</mark>
          {foreign(page, printable(after))}
        </p>
      ))}
      <p class="soft">{differences.answers}</p>
      <ul class="list">
        {codings.map(({ coder, value, note }) => (
          <li>
            <code>{value}</code> <bdi>{foreign(page, coder)}</bdi>
            {note === null ? '' : <> – {foreign(page, note)}</>}
          </li>
        ))}
      </ul>
      {refused === null ? '' : <Problems problems={refused.problems} />}
      <form method="post" action={page.href('/review/differences', { query: page.query })} class="decide">
        <input type="hidden" name="token" value={page.asker?.csrf ?? ''} />
        <input type="hidden" name="of" value={key} />
        {nameOf(page) === null ? <input type="hidden" name="by" value={of.by} /> : ''}
        {values === null ? (
          <label>
            <span class="soft">{differences.value}</span>{' '}
            <input name="value" required maxlength={60} size={12} value={given['value'] ?? ''} />
          </label>
        ) : (
          <label>
            <span class="soft">{differences.value}</span>{' '}
            <select name="value">
              {values.map((value) => (
                <option value={value} {...(value === given['value'] ? { selected: true } : {})}>
                  {value}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          <span class="soft">{review.why}</span> <input name="why" required maxlength={2_000} size={32} value={given['why'] ?? ''} />
        </label>
        <button type="submit">{differences.settle}</button>
      </form>
    </li>
  );
}

function Agreement({ page, agreement }: { readonly page: Page; readonly agreement: DifferencesOf['agreement'] }): JSX.Element {
  const { differences: words } = page.words.frontDesk;
  const { coding, target } = page.topics.book.reviewing;
  const figure = (value: number): string => value.toLocaleString(page.lang, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const measured = ({ alpha, interval, isTooFew, units }: VariableAgreement): string => {
    if (isTooFew) return coding.tooFew(String(units), String(FEWEST_UNITS));
    if (alpha === null) return coding.undefinedAlpha;
    return interval === null ? figure(alpha) : `${figure(alpha)} (${coding.interval(figure(interval.from), figure(interval.to))})`;
  };
  if (agreement.length === 0) return <p>{coding.noCodings}</p>;
  return (
    <table class="list">
      <thead>
        <tr>
          <th scope="col">{words.variable}</th>
          <th scope="col">{words.measured}</th>
          <th scope="col">{words.rests}</th>
          <th scope="col">{words.open}</th>
        </tr>
      </thead>
      <tbody>
        {agreement.map((one) => (
          <tr>
            <th scope="row">
              {one.variable[page.lang]} <span class="soft">({target[one.variable.target]})</span>
            </th>
            <td>{measured(one)}</td>
            <td>{coding.rests(String(one.units), String(one.coders), String(one.values))}</td>
            <td>{coding.differences(String(one.disputed.length), String(one.settled))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What coders differ on, as far as whoever asks may settle it, and how far they agree; null where nobody has said who asks. */
export function differencesPage(page: Page, of: DifferencesOf | null, refused: RefusedSettlement | null = null): View {
  const { differences: words, bookReview } = page.words.frontDesk;
  const own = refused?.given['of'];
  // The one that was refused comes first, wherever it stood.
  const shown = (of?.differences ?? []).toSorted((a, b) => Number(keyOfDifference(b) === own) - Number(keyOfDifference(a) === own));
  return {
    title: words.title,
    timeless: true,
    status: refused?.status ?? 200,
    body: (
      <>
        <h1>
          {words.title} {of === null ? '' : <span class="count">{words.waiting(shown.length)}</span>}
        </h1>
        <p>
          <a href={page.href('/review', { query: page.query })}>{bookReview.back}</a>
        </p>
        <p class="soft">{words.how}</p>
        {refused === null || shown.some((one) => keyOfDifference(one) === own) ? '' : <Problems problems={refused.problems} />}
        {of === null ? (
          <AskName page={page} />
        ) : (
          <>
            <ol class="hits" id="queue">
              {shown.slice(0, MOST).map((difference) => (
                <Difference page={page} difference={difference} of={of} refused={keyOfDifference(difference) === own ? refused : null} />
              ))}
            </ol>
            <h2>{words.agreement}</h2>
            <Agreement page={page} agreement={of.agreement} />
          </>
        )}
      </>
    ),
  };
}
