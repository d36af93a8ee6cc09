import type { AnchoredSpan, Dossier } from '../model/index.ts';

const folded = (text: string): string => text.toLowerCase().replaceAll('ß', 'ss');

/** Agreements meant by an id, or by words of a title in either language; an exact id goes before everything else. */
export function findAgreements(dossier: Dossier, wanted: string): readonly string[] {
  const all = dossier.agreements.map(({ agreement }) => agreement);
  const exact = all.find(({ id }) => id === wanted);
  if (exact) return [exact.id];
  const words = folded(wanted).split(/\s+/);
  return all
    .filter(({ id, title }) => {
      const text = folded(`${id} ${title.de} ${title.en}`);
      return words.every((word) => text.includes(word));
    })
    .map(({ id }) => id);
}

/** The part of a dossier that concerns one agreement; reports and holders stay, so that every reference still leads somewhere. */
export function restrictTo(dossier: Dossier, agreement: string): Dossier {
  const ofIt = <T extends { readonly agreement: string | null }>(items: readonly T[]): readonly T[] =>
    items.filter((item) => item.agreement === agreement);
  const readings = ofIt(dossier.readings);
  const statements = new Set([...readings, ...ofIt(dossier.setAside ?? [])].flatMap((reading) => reading.statements));
  const ids = new Set(readings.map(({ id }) => id));
  const spans = readings.flatMap((reading) => reading.spans);
  const isTouched = (span: AnchoredSpan): boolean =>
    spans.some((own) => own.report === span.report && own.start < span.end && span.start < own.end);
  return {
    ...dossier,
    agreements: dossier.agreements.filter((found) => found.agreement.id === agreement),
    readings,
    ...(dossier.setAside ? { setAside: ofIt(dossier.setAside) } : {}),
    divergences: ofIt(dossier.divergences),
    openQuestions: ofIt(dossier.openQuestions),
    relations: dossier.relations.filter(({ from, to }) => statements.has(from) && statements.has(to)),
    requests: dossier.requests.filter(({ statement }) => statements.has(statement)),
    positions: dossier.positions.filter(({ statement }) => statements.has(statement)),
    silences: dossier.silences.filter(
      ({ report, exact, span, supersededBy }) =>
        ids.has(supersededBy ?? '') || isTouched({ report, exact, start: span.start, end: span.end }),
    ),
    timeline: ofIt(dossier.timeline),
    statements: dossier.statements.filter(({ id }) => statements.has(id)),
    flags: dossier.flags.filter(({ span }) => isTouched(span)),
  };
}
