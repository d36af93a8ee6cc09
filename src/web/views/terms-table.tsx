import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { AgreementView, EntryView, RowView } from '../../report/index.ts';
import type { Page } from '../page.ts';
import { Entry } from './entry.tsx';
import { holderName, hueOf, party, shapeOf } from './parties.tsx';
import { Status } from './status.tsx';

/** Versions of a cell that are seen at once; further ones are folded, and open on paper. */
const MOST_ENTRIES = 2;
/** Differences told below a row; all of them stand below the table. */
const MOST_REASONS = 3;

export interface TermsOptions {
  readonly oneYear: boolean;
  /** Holders shown; null for all. */
  readonly only: readonly string[] | null;
  /** What to set at a version that was not there on the date compared with. */
  readonly markOf: (entry: EntryView) => string | null;
  /** Versions of a cell that have been replaced since the date compared with. */
  readonly goneOf: (element: RowView['element'], holder: string) => readonly EntryView[];
}

function cell(page: Page, row: RowView, holder: string, entries: readonly EntryView[], options: TermsOptions): JSX.Element {
  const { agreement } = page.words.ledger;
  const print = (items: readonly EntryView[]): Child =>
    items.map((entry) => <Entry page={page} entry={entry} options={{ oneYear: options.oneYear, mark: options.markOf(entry) }} />);
  const further = entries.slice(MOST_ENTRIES);
  const gone = options.goneOf(row.element, holder);
  return (
    <td class={hueOf(page, holder)} data-holder={`${shapeOf(page, holder)} ${holderName(page, holder)}`}>
      {entries.length === 0 ? <p class="none">{agreement.noWord}</p> : print(entries.slice(0, MOST_ENTRIES))}
      {further.length === 0 ? (
        ''
      ) : (
        <details>
          <summary>{agreement.more(further.length)}</summary>
          {print(further)}
        </details>
      )}
      {gone.length === 0 ? (
        ''
      ) : (
        <div class="gone">
          {gone.map((entry) => (
            <Entry page={page} entry={entry} options={{ oneYear: options.oneYear, brief: true, mark: page.words.ledger.change.replaced }} />
          ))}
        </div>
      )}
    </td>
  );
}

/** The elements of an agreement against its holders, each cell in the holder's own words with the sentence of the report. */
export function TermsTable({
  page,
  view,
  options,
}: {
  readonly page: Page;
  readonly view: AgreementView;
  readonly options: TermsOptions;
}): JSX.Element {
  const { agreement } = page.words.ledger;
  const shown = view.columns
    .map((column, i) => ({ ...column, i }))
    .filter(({ code }) => options.only === null || options.only.includes(code));
  const reasons = (row: RowView): readonly string[] =>
    view.divergences.chosen
      .filter(({ element }) => element === row.element)
      .map(({ text }) => text)
      .slice(0, MOST_REASONS);
  return (
    <table class={`terms n${Math.min(shown.length, 5)}`}>
      <caption class="hidden">{agreement.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{page.messages.ui.element}</th>
          {shown.map(({ code, name }) => (
            <th scope="col" class={hueOf(page, code)}>
              {party(page, code, name)}
            </th>
          ))}
        </tr>
      </thead>
      {view.rows.map((row) => {
        const why = options.only === null ? reasons(row) : [];
        return (
          <tbody class={row.mark} id={row.element}>
            <tr>
              <th scope="row" {...(why.length > 0 ? { rowspan: 2 } : {})}>
                {row.label}
                <Status mark={row.mark} text={row.markText} />
              </th>
              {shown.map(({ code, i }) => cell(page, row, code, row.cells[i] ?? [], options))}
            </tr>
            {why.length === 0 ? (
              ''
            ) : (
              <tr class="why">
                <td colspan={shown.length}>
                  {why.map((text) => (
                    <p>{text}</p>
                  ))}
                </td>
              </tr>
            )}
          </tbody>
        );
      })}
    </table>
  );
}
