import { printable } from '../report/index.ts';
import type { Page } from './page.ts';

/** How a page is cited, in the forms people paste. */
export interface Citation {
  readonly text: string;
  readonly bibtex: string;
  readonly csl: string;
}

const forBibtex = (text: string): string =>
  text.replace(/[\\{}%&$#_~^]/g, (mark) =>
    mark === '\\' ? '\\textbackslash{}' : mark === '~' ? '\\textasciitilde{}' : mark === '^' ? '\\textasciicircum{}' : `\\${mark}`,
  );

/** The citation of a page as it is shown: title, as-of date, address and the day it was opened. */
export function citationOf(page: Page, pageTitle: string): Citation {
  const title = printable(pageTitle);
  const { messages, words, state, site } = page;
  const { shell } = words;
  const day = site.now().slice(0, 10);
  const url = `${page.origin}${page.here()}`;
  const standing = `${shell.asOf.label}: ${state.asOf === null ? shell.asOf.all : messages.date(state.asOf)}`;
  const [outer] = messages.quotes;
  const accessed = shell.foot.accessed(messages.date(day));
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  return {
    text: `${shell.name}, ${outer[0]}${title}${outer[1]}, ${standing}, ${accessed}, ${url}`,
    bibtex: `@misc{trucebook-${state.asOf?.slice(0, 10) ?? day},
  author = {{${shell.name}}},
  title = {${forBibtex(title)}},
  note = {${forBibtex(standing)}},
  url = {${url}},
  urldate = {${day}}
}`,
    csl: JSON.stringify(
      {
        id: `trucebook-${state.asOf?.slice(0, 10) ?? day}`,
        type: 'webpage',
        title,
        'container-title': shell.name,
        note: standing,
        URL: url,
        language: state.lang,
        accessed: { 'date-parts': [[Number(year), Number(month), Number(dayOfMonth)]] },
      },
      null,
      1,
    ),
  };
}
