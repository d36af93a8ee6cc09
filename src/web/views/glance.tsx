import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Mark } from '../../i18n/index.ts';
import type { AgreementView, RowView } from '../../report/index.ts';
import type { Page } from '../page.ts';
import { holderName } from './parties.tsx';
import { Status } from './status.tsx';

/** Where the versions differ, where they agree, of what one side alone speaks and of what nobody does, in a line each. */
export function Glance({
  page,
  view,
  path,
  children,
}: {
  readonly page: Page;
  readonly view: AgreementView;
  readonly path: string;
  readonly children?: Child;
}): JSX.Element {
  const { glance } = page.words.ledger;
  const rows = (mark: Mark): readonly RowView[] => view.rows.filter((row) => row.mark === mark);
  const link = (row: RowView, text: string): JSX.Element => <a href={page.href(path, { hash: row.element })}>{text}</a>;
  const speaker = (row: RowView): string =>
    [
      ...new Set(
        row.cells
          .flat()
          .filter(({ silent }) => !silent)
          .map(({ holder }) => holderName(page, holder)),
      ),
    ].join(', ');
  const line = (mark: Mark, title: string, items: readonly Child[]): Child =>
    items.length === 0 ? (
      ''
    ) : (
      <div>
        <dt>
          <Status mark={mark} text={title} />
        </dt>
        <dd>
          {items.map((item, i) => (
            <>
              {i === 0 ? '' : ', '}
              {item}
            </>
          ))}
        </dd>
      </div>
    );
  return (
    <dl class="glance">
      {line(
        'differ',
        glance.differ,
        rows('differ').map((row) => link(row, row.label)),
      )}
      {line(
        'agree',
        glance.agree,
        rows('agree').map((row) => link(row, row.label)),
      )}
      {line(
        'only',
        glance.only,
        view.columns.length < 2 ? [] : rows('only').map((row) => link(row, glance.onlyBy(row.label, speaker(row)))),
      )}
      {line('silent', glance.silent, view.nobody)}
      {children}
    </dl>
  );
}
