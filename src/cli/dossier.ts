import { type Book, readBook } from '../app/read-book.ts';
import { messagesFor } from '../i18n/index.ts';
import type { Dossier } from '../model/index.ts';
import {
  ceasefireCsv,
  claimsJsonLd,
  contextsOf,
  divergencesCsv,
  ploverLines,
  readingsCsv,
  renderHtml,
  renderJson,
  renderMarkdown,
  renderText,
  viewOf,
} from '../report/index.ts';
import { chosenPart } from './choose-agreement.ts';
import type { DossierOptions } from './program.ts';
import { type ExitCode, report as reportProblems, type Terminal } from './terminal.ts';

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
    both: options.show === 'both',
  });
  if (options.format === 'md') return renderMarkdown(view);
  if (options.format === 'html') return renderHtml(view);
  return renderText(view, { width: options.width ?? terminal.columns, paint: terminal.paint });
}

/** Reads reports and prints their dossier; problems go to standard error, and the rest is still printed. */
export async function runDossier(terminal: Terminal, paths: readonly string[], options: DossierOptions): Promise<ExitCode> {
  const { proof, proofDir } = options;
  if (proof !== undefined || proofDir !== undefined) {
    const { runProof } = await import('./keep/prove.ts');
    return runProof(terminal, paths, proofDir === undefined ? { ...options, proof: proof ?? '' } : { ...options, proofDir });
  }
  const book = await readBook(paths, terminal.files, options);
  const code = reportProblems(terminal, book.problems);
  if (book.reports.length === 0) return 1;
  await terminal.out(rendered(chosenPart(book.dossier, options), book, options, terminal));
  return code;
}
