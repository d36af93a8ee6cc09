import type { Annotation, Report } from '../../model/index.ts';
import type { BookStore } from '../../store/index.ts';
import { placeDecisions } from './in-force.ts';
import { decisionsByReport, reviewAnnotation } from './statement-layer.ts';

/** The annotations of some reports of a book by the id of the report, as people have reviewed them. */
export async function reviewedAnnotations(
  store: BookStore,
  reports: ReadonlyMap<string, Report>,
): Promise<ReadonlyMap<string, Annotation>> {
  const ids = [...reports.keys()];
  const found = await store.facts('annotation', { ids });
  // Decisions belong to their report: a page of hits asks for its own alone.
  const reviews =
    ids.length > 25 ? await store.facts('review') : (await Promise.all(ids.map((home) => store.facts('review', { home })))).flat();
  const annotations = found.map(({ body }) => body.annotation);
  const decisions = decisionsByReport([...reports.values()], annotations, placeDecisions(reviews));
  return new Map(
    found.flatMap(({ id, body }) => {
      const report = reports.get(id);
      return report ? [[id, reviewAnnotation(body.annotation, report, decisions.get(id) ?? []).annotation] as const] : [];
    }),
  );
}
