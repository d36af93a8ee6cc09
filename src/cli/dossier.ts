import { messagesFor } from '../i18n/index.ts';
import type { Dossier } from '../model/index.ts';
import {
  ceasefireCsv,
  claimsJsonLd,
  contextsOf,
  divergencesCsv,
  findAgreements,
  ploverLines,
  readingsCsv,
  renderHtml,
  renderJson,
  renderMarkdown,
  renderText,
  restrictTo,
  viewOf,
} from '../report/index.ts';
import type { DossierOptions } from './program.ts';
import { type Book, readBook } from './read-book.ts';
import { CommandFailure, type ExitCode, report as reportProblems, type Terminal } from './terminal.ts';

/** The dossier, or the part of it that the user asked for; an unclear choice is wrong usage and lists what there is. */
function chosen(dossier: Dossier, { agreement, lang }: DossierOptions): Dossier {
  if (agreement === undefined) return dossier;
  const found = findAgreements(dossier, agreement);
  const [only] = found;
  if (only !== undefined && found.length === 1) return restrictTo(dossier, only);
  const listed = dossier.agreements
    .filter(({ agreement: { id } }) => found.length === 0 || found.includes(id))
    .map(({ agreement: { id, title } }) => `  ${id}  ${title[lang]}`);
  const reason = found.length === 0 ? `No agreement is called "${agreement}".` : `"${agreement}" may mean several agreements.`;
  throw new CommandFailure([`${reason} Give one of:`, ...listed].join('\n'), 2);
}

const DATA_FORMS: Readonly<Partial<Record<DossierOptions['format'], (dossier: Dossier) => string>>> = {
  json: renderJson,
  csv: readingsCsv,
  'csv-divergences': divergencesCsv,
  'csv-ceasefires': ceasefireCsv,
  jsonld: claimsJsonLd,
  plover: ploverLines,
};

function rendered(dossier: Dossier, { reports, annotations }: Book, options: DossierOptions, terminal: Terminal): string {
  const asData = DATA_FORMS[options.format];
  if (asData) return asData(dossier);
  const view = viewOf(dossier, {
    messages: messagesFor(options.lang),
    contextOf: contextsOf(reports, annotations),
    single: options.agreement !== undefined,
  });
  if (options.format === 'md') return renderMarkdown(view);
  if (options.format === 'html') return renderHtml(view);
  return renderText(view, { width: options.width ?? terminal.columns, paint: terminal.paint });
}

/** Reads reports and prints their dossier; problems go to standard error, and the rest is still printed. */
export async function runDossier(terminal: Terminal, paths: readonly string[], options: DossierOptions): Promise<ExitCode> {
  const book = await readBook(paths, terminal.files, options);
  const code = reportProblems(terminal, book.problems);
  if (book.reports.length === 0) return 1;
  await terminal.out(rendered(chosen(book.dossier, options), book, options, terminal));
  return code;
}
