import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ReviewItem } from '../../../app/review/review-item.ts';
import { ELEMENTS, type Reading, SPEECH_ACTS, type Statement } from '../../../model/index.ts';
import type { Page } from '../../page.ts';
import { holderName } from '../parties.tsx';

/** What was sent and could not be used: it stands in its form again. */
export type Given = Readonly<Record<string, string>>;

function Choice({
  name,
  label,
  codes,
  chosen,
  wordOf,
}: {
  readonly name: string;
  readonly label: string;
  readonly codes: readonly string[];
  readonly chosen: string;
  readonly wordOf: (code: string) => string;
}): JSX.Element {
  return (
    <label>
      <span class="soft">{label}</span>{' '}
      <select name={name}>
        {(codes.includes(chosen) ? codes : [chosen, ...codes]).map((code) => (
          <option value={code} {...(code === chosen ? { selected: true } : {})}>
            {wordOf(code)}
          </option>
        ))}
      </select>
    </label>
  );
}

function ReadingFields({ page, reading, given }: { readonly page: Page; readonly reading: Reading; readonly given: Given }): JSX.Element {
  const { review, search } = page.words.frontDesk;
  const elementOf = (code: string): string => page.messages.element[code as Reading['element']] ?? code;
  return (
    <>
      <div class="decide">
        <Choice
          name="holder"
          label={search.holder}
          codes={page.site.desk.holders.map(({ code }) => code)}
          chosen={given['holder'] ?? reading.holder}
          wordOf={(code) => holderName(page, code)}
        />
        <Choice name="element" label={search.element} codes={ELEMENTS} chosen={given['element'] ?? reading.element} wordOf={elementOf} />
      </div>
      <label>
        <span class="soft">{review.value}</span>
        <textarea name="value" rows={3} cols={50} spellcheck={false}>
          {given['value'] ?? JSON.stringify(reading.value)}
        </textarea>
      </label>
    </>
  );
}

/** Speakers as they stand in a form. */
export const speakersLine = ({ speakers }: Pick<Statement, 'speakers'>): string => speakers.map(({ name }) => name).join('; ');

function StatementFields({
  page,
  statement,
  given,
}: {
  readonly page: Page;
  readonly statement: Statement;
  readonly given: Given;
}): JSX.Element {
  const { reviewing } = page.topics.book;
  const actOf = (code: string): string => page.messages.act[code as Statement['act']] ?? code;
  return (
    <div class="decide">
      <label>
        <span class="soft">{page.words.frontDesk.bookReview.speakers}</span>{' '}
        <input name="speakers" maxlength={1_000} size={32} value={given['speakers'] ?? speakersLine(statement)} />
      </label>
      <Choice name="act" label={reviewing.act} codes={SPEECH_ACTS} chosen={given['act'] ?? statement.act} wordOf={actOf} />
    </div>
  );
}

function IncidentFields({ page, item, given }: { readonly page: Page; readonly item: ReviewItem; readonly given: Given }): JSX.Element {
  const { bookReview } = page.words.frontDesk;
  const { reports: own, maybe } = item.subject.t === 'incident' ? item.subject.incident : { reports: [], maybe: [] };
  return (
    <>
      <p class="decide">
        <label>
          <span class="soft">{bookReview.mergeWith}</span> <input name="with" maxlength={2_000} size={32} value={given['with'] ?? ''} />
        </label>
        <button type="submit" name="action" value="merge">
          {bookReview.merge}
        </button>
      </p>
      {maybe.length === 0 ? (
        ''
      ) : (
        <p class="soft">
          {page.topics.book.reviewing.maybe(String(maybe.length))}:{' '}
          {maybe.map((id) => (
            <>
              <code>{id}</code>{' '}
            </>
          ))}
        </p>
      )}
      {own.length < 2 ? (
        ''
      ) : (
        <fieldset>
          <legend class="soft">{bookReview.splitOff}</legend>
          {own.map((id) => (
            <label>
              <input type="checkbox" name={`out:${id}`} value="yes" {...(given[`out:${id}`] === undefined ? {} : { checked: true })} />{' '}
              <code>{id}</code>{' '}
            </label>
          ))}
          <button type="submit" name="action" value="split">
            {bookReview.split}
          </button>
        </fieldset>
      )}
    </>
  );
}

function Otherwise({ page, item, given }: { readonly page: Page; readonly item: ReviewItem; readonly given: Given }): JSX.Element | string {
  const { review } = page.words.frontDesk;
  const { subject } = item;
  if (subject.t === 'reread') return '';
  return (
    <details {...(['correct', 'merge', 'split'].includes(given['action'] ?? '') ? { open: true } : {})}>
      <summary>{review.otherwise}</summary>
      {subject.t === 'incident' ? (
        <IncidentFields page={page} item={item} given={given} />
      ) : (
        <>
          {subject.t === 'reading' ? (
            <ReadingFields page={page} reading={subject.reading} given={given} />
          ) : (
            <StatementFields page={page} statement={subject.statement} given={given} />
          )}
          <p>
            <button type="submit" name="action" value="correct">
              {review.correct}
            </button>
          </p>
        </>
      )}
    </details>
  );
}

/** Who decides: known of whoever has logged in, asked of whoever sits at the machine. */
export function nameOf(page: Page): string | null {
  const principal = page.asker?.principal;
  return principal === undefined || principal.via === 'local' ? null : principal.name;
}

/** The form by which one item is decided about. */
export function DecisionForm({
  page,
  item,
  given,
}: {
  readonly page: Page;
  readonly item: ReviewItem;
  readonly given: Given;
}): JSX.Element {
  const { review, bookReview } = page.words.frontDesk;
  const isReread = item.subject.t === 'reread';
  const path = `/review/${item.target.kind}/${encodeURIComponent(item.target.id)}`;
  return (
    <form method="post" action={page.href(path, { query: page.query })}>
      <input type="hidden" name="token" value={page.asker?.csrf ?? ''} />
      <input type="hidden" name="seen" value={String(item.seq)} />
      <div class="decide">
        <label>
          <span class="soft">{review.why}</span> <input name="why" required maxlength={2_000} size={32} value={given['why'] ?? ''} />
        </label>
        {nameOf(page) !== null ? (
          ''
        ) : (
          <label>
            <span class="soft">{review.by}</span>{' '}
            <input name="by" required maxlength={100} size={16} value={given['by'] ?? page.query['by'] ?? ''} autocomplete="name" />
          </label>
        )}
        <button type="submit" name="action" value="accept">
          {isReread ? bookReview.take : review.accept}
        </button>
        {item.subject.t === 'incident' ? (
          ''
        ) : (
          <button type="submit" name="action" value="reject">
            {isReread ? bookReview.keep : review.reject}
          </button>
        )}
        <button type="submit" name="action" value="comment">
          {bookReview.comment}
        </button>
      </div>
      <Otherwise page={page} item={item} given={given} />
    </form>
  );
}
