import type { Incident, IncidentReport, ReleasedBook } from '../../model/index.ts';

/** Terms of ours where schema.org has none. */
const OURS = 'https://trucebook.example/ns#';

type Node = Readonly<Record<string, unknown>>;
const urn = (id: string): string => `urn:trucebook:${id}`;

function placeNode({ place }: Incident): Node | null {
  const code = place.admin1 ?? place.territory;
  if (code === null) return null;
  // A cell is named by its id alone: schema.org's GeoShape would be read as the outline of the place itself.
  return {
    '@type': 'AdministrativeArea',
    identifier: code,
    ...(place.cell === null ? {} : { 'tb:cell': place.cell }),
    'tb:precision': place.precision,
  };
}

/** One report's word about an incident: somebody's claim, never rated. */
function claimNode(report: IncidentReport, incident: string): Node {
  return {
    '@type': 'Claim',
    '@id': urn(report.id),
    about: { '@id': urn(incident) },
    author: { '@type': 'Organization', name: report.source, ...(report.speaker === null ? {} : { identifier: report.speaker }) },
    ...(report.statement === null ? {} : { text: report.statement.spans.map(({ exact }) => exact).join(' … ') }),
    ...(report.url === null ? {} : { appearance: { '@type': 'WebPage', url: report.url } }),
    ...(report.knownFrom === null ? {} : { datePublished: report.knownFrom }),
    'tb:stance': report.stance,
    'tb:accused': report.accused,
  };
}

function eventNode(incident: Incident, book: ReleasedBook): Node {
  const place = placeNode(incident);
  return {
    '@type': 'Event',
    '@id': urn(incident.id),
    ...(incident.from === null ? {} : { startDate: incident.from }),
    ...(incident.to === null ? {} : { endDate: incident.to }),
    ...(place === null ? {} : { location: place }),
    'tb:objects': incident.objects,
    'tb:act': incident.act,
    'tb:outcome': incident.outcome,
    'tb:occurrence': incident.occurrence.level,
    'tb:attribution': incident.attribution,
    'tb:verdicts': book.assessments
      .filter((each) => each.incident === incident.id)
      .map(({ agreement, holder, verdict }) => ({ 'tb:agreement': { '@id': urn(agreement) }, 'tb:holder': holder, 'tb:verdict': verdict })),
    'tb:replies': book.replies
      .filter((reply) => reply.incident === incident.id)
      .map(({ by, speaker, at, words, url }) => ({
        '@type': 'Claim',
        text: words,
        datePublished: at,
        author: { '@type': 'Organization', identifier: by, ...(speaker === null ? {} : { name: speaker }) },
        appearance: { '@type': 'WebPage', url },
      })),
  };
}

/** Released incidents in JSON-LD with schema.org's words: a dataset, its events, and who claims what about each. */
export function releasedJsonLd(book: ReleasedBook): string {
  const { card } = book;
  const dataset: Node = {
    '@type': 'Dataset',
    '@id': urn(card.id),
    identifier: `sha256:${card.sha256}`,
    dateCreated: card.createdAt,
    temporalCoverage: `../${card.asOf}`,
    ...(card.corrects === null
      ? {}
      : { correction: { '@type': 'CorrectionComment', about: { '@id': urn(card.corrects) }, text: card.correctionNote ?? '' } }),
    hasPart: book.incidents.map(({ id }) => ({ '@id': urn(id) })),
    'tb:profile': card.profile,
    'tb:transforms': card.transforms,
    'tb:balance': card.balance,
    'tb:lag': card.lag,
  };
  const incidentOf = new Map(book.incidents.flatMap(({ id, reports }) => reports.map((report) => [report, id] as const)));
  const claims = book.reports.flatMap((report) => {
    const incident = incidentOf.get(report.id);
    return incident === undefined ? [] : [claimNode(report, incident)];
  });
  const agreements = book.agreements.map(({ id, title }) => ({
    '@type': 'Thing',
    '@id': urn(id),
    name: [
      { '@language': 'de', '@value': title.de },
      { '@language': 'en', '@value': title.en },
    ],
  }));
  const graph = [dataset, ...agreements, ...book.incidents.map((incident) => eventNode(incident, book)), ...claims];
  return `${JSON.stringify({ '@context': ['https://schema.org', { tb: OURS }], '@graph': graph }, null, 2)}\n`;
}
