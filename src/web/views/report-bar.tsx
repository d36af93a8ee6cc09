import { INTERFACE_LANGUAGES } from '../../i18n/index.ts';
import type { Page } from '../page.ts';

/** Rules for the bar above a daily report; it is not printed. */
export const reportBarStyle = `
.bar { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; align-items: baseline; font-size: .88rem; padding-bottom: .7rem; } .bar a { color: var(--soft); } .bar a[aria-current] { color: var(--ink); font-weight: 600; }
.bar .end { margin-left: auto; display: flex; gap: .7rem; } .bar form { display: flex; gap: .35rem; } .bar input, .bar button { font: inherit; color: inherit; background: #fff; border: 1px solid var(--line); border-radius: 2px; padding: 0 .35rem; max-width: 9.5rem; }
@media screen and (max-width: 44rem) { .bar .end { margin-left: 0; } }
@media print { .bar { display: none; } }
`;

/** What stands above a daily report where it is served: the way back, other days, the other language, and what can be taken along. */
export function reportBar(page: Page, date: string, days: readonly string[]): string {
  const { report } = page.words.frontDesk;
  const earlier = days.filter((day) => day < date).at(-1);
  const later = days.find((day) => day > date);
  const to = (day: string, ending = ''): string => page.href(`/report/${day}${ending}`);
  const bar = (
    <nav class="bar" aria-label={page.words.shell.navigation}>
      <a href={page.href('/')}>← {report.back}</a>
      {earlier === undefined ? '' : <a href={to(earlier)} rel="prev">{`${report.earlier} (${page.messages.date(earlier)})`}</a>}
      {later === undefined ? '' : <a href={to(later)} rel="next">{`${report.later} (${page.messages.date(later)})`}</a>}
      <form method="get" action="/report">
        <label>
          {report.day} <input type="date" name="day" value={date} required />
        </label>
        <input type="hidden" name="lang" value={page.lang} />
        <button type="submit">{page.words.shell.asOf.show}</button>
      </form>
      <span class="end">
        <a href={to(date, '.md')}>Markdown</a>
        <a href={to(date, '.json')}>JSON</a>
        {page.site.print === undefined ? '' : <a href={to(date, '.pdf')}>PDF</a>}
        {INTERFACE_LANGUAGES.map((lang) => (
          <a
            href={page.href(`/report/${date}`, { lang })}
            lang={lang}
            hreflang={lang}
            title={page.words.shell.languageName[lang]}
            {...(lang === page.lang ? { 'aria-current': 'true' } : {})}
          >
            {lang.toUpperCase()}
          </a>
        ))}
      </span>
    </nav>
  );
  return String(bar);
}
