import { readBook } from '../app/read-book.ts';
import { type Problem, problem } from '../errors.ts';
import { type FileAccess, parseCorrections } from '../feeds/index.ts';
import { type InterfaceLanguage, messagesFor } from '../i18n/index.ts';
import type { AnchoredSpan, Report } from '../model/index.ts';
import { type ExitCode, report as reportProblems, type Terminal } from './terminal.ts';

export interface CorrectOptions {
  readonly accept?: boolean;
  readonly reject?: boolean;
  readonly value?: unknown;
  readonly element?: string;
  readonly holder?: string;
  readonly agreement?: string;
  readonly words?: string;
  readonly why: string;
  readonly by: string;
  readonly file: string;
  readonly curated?: readonly string[];
  readonly lang: InterfaceLanguage;
}

/** What READING is called where a person adds one that the machine has overlooked. */
const NEW = 'new';

/** What the combination of options lacks; null if it says one thing. */
export function faultIn(reading: string, options: CorrectOptions): string | null {
  const { accept, reject, value, element, holder, agreement, words } = options;
  if (reading === NEW) {
    const given = { value, element, holder, agreement, words };
    const missing = Object.entries(given).find(([, option]) => option === undefined)?.[0];
    return missing === undefined ? null : `a new reading needs --${missing}`;
  }
  const changes = [value, element, holder, agreement, words].some((option) => option !== undefined);
  return accept || reject || changes ? null : 'give --accept, --reject, or what it says instead (--value, --element, --holder, --words)';
}

/** Places of the words in the reports; more than one is too many, since evidence must be one passage. */
function spansOf(words: string, reports: readonly Report[]): readonly AnchoredSpan[] {
  if (words === '') return [];
  return reports.flatMap(({ key, text }) => {
    const found: AnchoredSpan[] = [];
    for (let at = text.indexOf(words); at >= 0 && found.length < 2; at = text.indexOf(words, at + words.length))
      found.push({ report: key, start: at, end: at + words.length, exact: words });
    return found;
  });
}

/** The entries that are there already; a file that does not exist yet holds none. */
export async function existingText(path: string, files: FileAccess): Promise<string | null> {
  try {
    await files.stat(path);
  } catch {
    return null;
  }
  return new TextDecoder().decode(await files.readFile(path));
}

/** Adds a person's decision to the file of corrections, after checking that what it is about is in the dossier. */
export async function runCorrect(terminal: Terminal, id: string, paths: readonly string[], options: CorrectOptions): Promise<ExitCode> {
  const before = await existingText(options.file, terminal.files);
  const { curated } = options;
  const book = await readBook(paths, terminal.files, {
    ...(curated ? { curated } : {}),
    ...(before === null ? {} : { corrections: [options.file] }),
  });
  const code = reportProblems(terminal, book.problems);
  const { dossier, reports } = book;
  const refuse = (...problems: readonly Problem[]): ExitCode => {
    reportProblems(terminal, problems);
    return 1;
  };
  const known = [...dossier.readings.filter(({ rule }) => rule !== 'ledger.silence'), ...(dossier.setAside ?? [])];
  if (id !== NEW && !known.some((reading) => reading.id === id)) return refuse(problem('TB_READING_UNKNOWN', { id }));
  const { agreement, words, value, element, holder } = options;
  const names = [...known.map((reading) => reading.id), ...dossier.agreements.map((found) => found.agreement.id)];
  if (agreement !== undefined && !names.includes(agreement)) return refuse(problem('TB_READING_UNKNOWN', { id: agreement }));
  const spans = words === undefined ? null : spansOf(words, reports);
  if (spans !== null && spans.length !== 1) {
    const count = spans.length === 0 ? '0' : 'several';
    return refuse(problem('TB_WORDS_NOT_FOUND', { words: (words ?? '').slice(0, 60), count }));
  }
  const action = id === NEW ? 'add' : options.accept ? 'accept' : options.reject ? 'reject' : 'correct';
  const line = JSON.stringify({
    at: terminal.now(),
    by: options.by,
    action,
    reading: id === NEW ? null : id,
    value,
    element,
    agreement,
    holder,
    ...(spans === null ? {} : { spans }),
    why: options.why,
  });
  const { problems } = parseCorrections(line, options.file);
  if (problems.length > 0) return refuse(...problems.map((found) => ({ ...found, file: null, line: null })));
  // A file whose last line was never ended would swallow the entry.
  await terminal.append(options.file, `${before && !before.endsWith('\n') ? '\n' : ''}${line}\n`);
  await terminal.out(`${messagesFor(options.lang).review.noted(options.file)}\n`);
  return code;
}
