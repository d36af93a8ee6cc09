import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { AgreementChanges, ChangeItem, EntryView } from '../../report/index.ts';
import type { Page } from '../page.ts';
import { Entry } from './entry.tsx';
import { party } from './parties.tsx';

/** New differences seen at once: one version more may differ from every other. */
const MOST_DIFFERENCES = 3;

function said(page: Page, entry: EntryView, oneYear: boolean): Child {
  return (
    <>
      {party(page, entry.holder)} <span class="soft">{page.messages.element[entry.element]}</span>
      <Entry page={page} entry={entry} options={{ oneYear, brief: true }} />
    </>
  );
}

function item(page: Page, change: ChangeItem, oneYear: boolean): JSX.Element {
  const words = page.words.ledger.change;
  switch (change.kind) {
    case 'state':
      return (
        <li class="state">
          {party(page, change.holder)}: {change.from} → <strong>{change.to}</strong>
        </li>
      );
    case 'new':
      return (
        <li>
          <span class="tag">{words.fresh}</span> {said(page, change.entry, oneYear)}
        </li>
      );
    case 'replaced':
      return (
        <li>
          <span class="tag">{words.replaced}</span> <div class="gone">{said(page, change.entry, oneYear)}</div>
          {change.by === null ? (
            ''
          ) : (
            <div class="next">
              <span class="tag">{words.now}</span> {said(page, change.by, oneYear)}
            </div>
          )}
        </li>
      );
    case 'differ':
      return (
        <li>
          <span class="tag">≠ {words.differ}</span> <span class="soft">{change.label}:</span> {change.text}
        </li>
      );
    case 'answered':
      return (
        <li>
          <span class="tag">{change.state}</span> {change.text}
        </li>
      );
  }
}

/** New versions by side, each a link to its row, where it is marked. */
function freshLines(page: Page, items: readonly ChangeItem[]): readonly Child[] {
  const entries = items.flatMap((change) => (change.kind === 'new' ? [change.entry] : []));
  return [...new Set(entries.map(({ holder }) => holder))].map((holder) => (
    <li>
      <span class="tag">{page.words.ledger.change.fresh}</span> {party(page, holder)}:{' '}
      {[...new Set(entries.filter((entry) => entry.holder === holder).map(({ element }) => element))].map((element, i) => (
        <>
          {i === 0 ? '' : ', '}
          <a href={`#${element}`}>{page.messages.element[element]}</a>
        </>
      ))}
    </li>
  ));
}

/** What is new in one agreement, one thing below the other; on its own page the table shows the new versions themselves. */
export function ChangeList({
  page,
  changes,
  oneYear,
  titled,
}: {
  readonly page: Page;
  readonly changes: AgreementChanges;
  readonly oneYear: boolean;
  readonly titled: boolean;
}): JSX.Element {
  const { was, is, title, id, items } = changes;
  const further = items.filter(({ kind }) => kind === 'differ').slice(MOST_DIFFERENCES);
  const state = was === null ? `${page.words.ledger.change.isNew}: ${is}` : was === is ? null : `${was} → ${is}`;
  return (
    <section class="changes">
      {titled ? (
        <h3>
          <a href={page.href(`/a/${id}`)}>{title}</a>
        </h3>
      ) : (
        ''
      )}
      {state === null ? '' : <p class="moved">{state}</p>}
      <ul>
        {titled ? '' : freshLines(page, items)}
        {items
          .filter((change) => !further.includes(change) && (titled || change.kind !== 'new'))
          .map((change) => item(page, change, oneYear))}
      </ul>
      {further.length === 0 ? (
        ''
      ) : (
        <details>
          <summary>{page.words.ledger.agreement.furtherDifferences(further.length)}</summary>
          <ul>{further.map((change) => item(page, change, oneYear))}</ul>
        </details>
      )}
    </section>
  );
}
