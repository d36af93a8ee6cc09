import type { Dossier, Report } from '../model/index.ts';
import type { Passage } from '../store/index.ts';
import { analyseWords } from '../text/search/index.ts';
import { foldName } from './search-book.ts';
import { makeSearchDesk, type SearchDesk } from './search-desk.ts';

/** Between the pieces of a quotation, as the pages show it. */
const GAP = ' … ';

/**
 * The search of a dossier that has passed the gate: its quotations and who says them, never the texts around them. Holders and
 * elements are those of the readings that rest on a statement.
 */
export function quotedSearch(dossier: Dossier, reports: ReadonlyMap<string, Report>): SearchDesk {
  const readings = new Map<string, { readonly holders: Set<string>; readonly elements: Set<Passage['elements'][number]> }>();
  for (const { statements, holder, element } of dossier.readings)
    for (const id of statements) {
      const known = readings.get(id) ?? { holders: new Set(), elements: new Set() };
      known.holders.add(holder);
      known.elements.add(element);
      readings.set(id, known);
    }
  return makeSearchDesk(() =>
    dossier.statements.flatMap(({ exact, cueExact: _, ...statement }) => {
      const report = reports.get(statement.report);
      if (!report) return [];
      const text = exact.join(GAP);
      const terms = analyseWords(text, report.language);
      const own = readings.get(statement.id);
      const passage: Passage = {
        id: statement.id,
        kind: 'statement',
        at: report.date?.slice(0, 10) ?? null,
        start: 0,
        end: text.length,
        words: terms.map(({ term }) => term),
        extra: [...new Set(terms.flatMap(({ extra }) => extra))],
        speakers: statement.speakers.map(({ name }) => foldName(name)),
        outlet: foldName(report.outlet ?? ''),
        language: report.language,
        holders: [...(own?.holders ?? [])].sort(),
        elements: [...(own?.elements ?? [])].sort(),
      };
      return [{ passage, report: { ...report, text }, statement }];
    }),
  );
}
