import type { Child } from 'hono/jsx';
import { countIncidents, rangeText } from '../../report/count-incidents.ts';
import type { Page } from '../page.ts';
import { bookOf, filterQuery, sidesOf } from './incidents/incident-state.ts';
import { hueOf, party } from './parties.tsx';

/**
 * What each side is charged with up to the date of the page, both sides in the same columns and in the order of the book: a count is
 * no ranking and says nothing of who did it. Counts are ranges, as far as the gate tells them.
 */
export function Charges({ page }: { readonly page: Page }): Child {
  if (!page.site.desk.incidents.hasIncidents) return '';
  const book = bookOf(page);
  const sides = sidesOf(page, book);
  if (sides.length === 0) return '';
  const { charges } = page.words.ledger.today;
  const count = (incidents: typeof book.incidents): string => rangeText(countIncidents(incidents, book.profile));
  return (
    <section class="charges">
      <h2>{charges.title}</h2>
      <table class="numbers">
        <thead>
          <tr>
            <th scope="col">{charges.side}</th>
            <th scope="col">{charges.charged}</th>
            <th scope="col">{charges.denied}</th>
            <th scope="col">{charges.each}</th>
          </tr>
        </thead>
        <tbody>
          {sides.map(({ code }) => {
            const own = book.incidents.filter(({ attribution }) => attribution.to.includes(code));
            return (
              <tr>
                <th scope="row" class={hueOf(page, code)}>
                  {party(page, code)}
                </th>
                <td>
                  <a href={page.href('/i', { query: filterQuery({ accused: code }) })}>{count(own)}</a>
                </td>
                <td>{count(own.filter(({ attribution }) => attribution.deniedBy.includes(code)))}</td>
                <td>{count(own.filter(({ attribution }) => attribution.to.length > 1))}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="soft">{charges.note}</p>
    </section>
  );
}
