import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Incident, ReleasedBook } from '../../../model/index.ts';
import type { Page } from '../../page.ts';
import { holderName, hueOf, party, shapeOf } from '../parties.tsx';
import { Charge, gradeMark, whatOf, whenOf, whereOf } from './incident-words.tsx';

/** Rows of the list on one page. */
export const ROWS = 40;

/** The list: one row for each incident, with what each reading makes of it under one agreement. */
export function IncidentTable({
  page,
  book,
  incidents,
  agreement,
}: {
  readonly page: Page;
  readonly book: ReleasedBook;
  readonly incidents: readonly Incident[];
  readonly agreement: string | null;
}): JSX.Element {
  const { list, verdict: verdictWords } = page.words.incidents;
  const { occurrence } = page.topics.monitor.grades;
  const ids = new Set(incidents.map(({ id }) => id));
  const judged = book.assessments.filter((one) => one.agreement === agreement && ids.has(one.incident));
  const holders = [...new Set(judged.map(({ holder }) => holder))];
  const verdicts = new Map(judged.map((one) => [`${one.incident} ${one.holder}`, one.verdict]));
  return (
    <table class="terms incidents">
      <thead>
        <tr>
          <th scope="col">{list.when}</th>
          <th scope="col">{list.where}</th>
          <th scope="col">{list.what}</th>
          <th scope="col">{list.who}</th>
          <th scope="col">{list.known}</th>
          {holders.map((holder) => (
            <th scope="col" class={hueOf(page, holder)}>
              <span class="hidden">{list.reading('')}</span>
              {party(page, holder)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {incidents.map((incident) => (
          <tr>
            <th scope="row">
              <a href={page.href(`/i/${incident.id}`)}>{whenOf(page, incident)}</a>
            </th>
            <td>{whereOf(page, incident)}</td>
            <td>{whatOf(page, incident)}</td>
            <td>
              <Charge page={page} incident={incident} />
            </td>
            <td>
              {gradeMark(page, incident)} {occurrence[incident.occurrence.level]}
            </td>
            {holders.map((holder) => {
              const verdict = verdicts.get(`${incident.id} ${holder}`) ?? 'reading_unknown';
              return (
                <td
                  class={`verdict ${verdict === 'covered' ? 'covered' : ''}`}
                  data-holder={`${shapeOf(page, holder)} ${list.reading(holderName(page, holder))}`}
                >
                  {verdictWords[verdict]}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
