import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Page } from '../page.ts';
import { hiddenState } from '../url-state.ts';

/** Days named in the bar on either side of the one shown; the rest is reached by the date or the slider. */
const NEAR = 3;

/** The date a page shows, and the ways to another: earlier, later, the days on which reports came, or any date. */
export function TimeBar({ page, from }: { readonly page: Page; readonly from: string | null }): JSX.Element {
  const { messages, state, site } = page;
  const { asOf } = page.words.shell;
  const first = from?.slice(0, 10) ?? '';
  const days = site.desk.days.filter((one) => one >= first);
  const day = state.asOf?.slice(0, 10) ?? null;
  const before = days.filter((one) => day === null || one < day);
  const after = day === null ? [] : days.filter((one) => one > day);
  // Without a date the last day of reports is what is shown; the step back leads to the one before it.
  const earlier = before.at(day === null ? -2 : -1) ?? null;
  const [later] = after;
  const named = [...before.slice(-(NEAR + Math.max(0, NEAR - after.length))), ...(day === null ? [] : [day]), ...after.slice(0, NEAR)];
  const shown = messages.date(state.asOf ?? '') || asOf.all;
  return (
    <form class="time" aria-label={asOf.label} method="get" action={page.path} data-days={days.join(' ')} data-label={asOf.slider}>
      {hiddenState(state, ['asOf']).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {Object.entries(page.query).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <p class="now">
        <span class="soft">{asOf.label}</span> <strong>{state.asOf === null ? asOf.all : shown}</strong>
        {state.heldAt === null ? '' : ` · ${asOf.heldAt} ${messages.date(state.heldAt)}`}
      </p>
      <nav aria-label={asOf.known}>
        {earlier === null ? (
          ''
        ) : (
          <a rel="prev" href={page.here({ asOf: earlier })}>
            ‹ {asOf.earlier}
          </a>
        )}
        {named.map((one) => (
          <a class="day" href={page.here({ asOf: one })} {...(one === day ? { 'aria-current': 'date' } : {})}>
            {messages.day(one, true)}
          </a>
        ))}
        {day === null ? (
          ''
        ) : (
          <a rel="next" href={page.here({ asOf: later ?? null })}>
            {asOf.later} ›
          </a>
        )}
        <a href={page.here({ asOf: null })} {...(day === null ? { 'aria-current': 'date' } : {})}>
          {asOf.all}
        </a>
      </nav>
      {/* The script puts the slider here; its place is kept so that nothing moves. */}
      <span class="slider" />
      <label>
        <span class="hidden">{asOf.day}</span>
        <input type="date" name="asof" value={day ?? ''} />
      </label>
      <button type="submit">{asOf.show}</button>
    </form>
  );
}
