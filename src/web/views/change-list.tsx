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

/** What is new in one agreement, one thing below the other. */
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
      <ul>{items.filter((change) => !further.includes(change)).map((change) => item(page, change, oneYear))}</ul>
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
