import type { Placed } from '../ledger/statements.ts';
import type { Dossier, Report } from '../model/index.ts';

/** What a desk gives of reports beyond the dossier. */
export interface ReportParts {
  readonly reports: ReadonlyMap<string, Report>;
  readonly statements: ReadonlyMap<string, Placed>;
}

/** Reports as a dossier names them: without text, and without where they lay. */
function reportsOf({ reports }: Dossier): ReadonlyMap<string, Report> {
  return new Map(
    reports.map(({ id, key, date, outlet, language, url, title }) => [
      key,
      { id, key, text: '', language, date, dateOrigin: date === null ? 'none' : 'field', outlet, url, title, source: '' },
    ]),
  );
}

/**
 * Reports and statements of a dossier that has passed the gate, where quotations alone may leave: the text of a statement's report is
 * then its words and nothing more, and positions count in that. They are taken from the dossier and not read anew from texts
 * that have passed the gate, since what people have decided goes by positions in the texts as they were.
 */
export function quotedParts(dossier: Dossier): ReportParts {
  const reports = reportsOf(dossier);
  const statements = new Map<string, Placed>();
  for (const { exact, cueExact: _, ...stmt } of dossier.statements) {
    const report = reports.get(stmt.report);
    if (!report) continue;
    let text = '';
    const content = exact.map((words) => {
      const start = text.length;
      text += `${words} … `;
      return { start, end: start + words.length };
    });
    statements.set(stmt.id, {
      statement: { ...stmt, content, conditions: [], cue: [], editorialInserts: [] },
      report: { ...report, text },
    });
  }
  return { reports, statements };
}
