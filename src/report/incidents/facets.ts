import type { ReleasedBook } from '../../model/index.ts';

/** What the incidents of a book can be filtered by: only what occurs in it. */
export interface Facets {
  readonly accused: readonly string[];
  readonly objects: readonly string[];
  readonly regions: readonly string[];
}

/** The values that occur, in the order of their codes. */
export function facetsOf({ incidents }: Pick<ReleasedBook, 'incidents'>): Facets {
  const values = (of: (incident: ReleasedBook['incidents'][number]) => readonly string[]): readonly string[] =>
    [...new Set(incidents.flatMap(of))].sort();
  return {
    accused: values(({ attribution }) => attribution.to),
    objects: values(({ objects }) => objects),
    regions: values(({ place }) => (place.admin1 === null ? [] : [place.admin1])),
  };
}

/**
 * The agreements under which incidents were judged, the most telling first: a verdict that says more than that the reading is not
 * known tells something.
 */
export function judgedAgreements({ assessments }: Pick<ReleasedBook, 'assessments'>): readonly string[] {
  const telling = new Map<string, number>();
  for (const { agreement, verdict } of assessments)
    telling.set(
      agreement,
      (telling.get(agreement) ?? 0) + (verdict === 'reading_unknown' ? 0 : verdict === 'not_covered_object' ? 0.5 : 1),
    );
  return [...telling].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([agreement]) => agreement);
}
