import type { Dossier, Reading } from '../../model/index.ts';

/** Terms of ours where schema.org has none: it defines no relation between claims and no state of an agreement. */
const OURS = 'https://trucebook.example/ns#';

type Node = Readonly<Record<string, unknown>>;

function appearanceOf(report: Dossier['reports'][number]): Node {
  return {
    '@type': 'NewsArticle',
    '@id': `urn:trucebook:${report.id}`,
    name: report.title ?? report.key,
    inLanguage: report.language,
    ...(report.date === null ? {} : { datePublished: report.date }),
    ...(report.url === null ? {} : { url: report.url }),
    ...(report.outlet === null ? {} : { publisher: { '@type': 'Organization', name: report.outlet } }),
  };
}

function claimOf(reading: Reading, dossier: Dossier): Node {
  const { readings, reports, agreements, holders, divergences } = dossier;
  const title = agreements.find(({ agreement }) => agreement.id === reading.agreement)?.agreement.title.en;
  const holder = holders.find(({ code }) => code === reading.holder)?.name.en ?? reading.holder;
  const keys = new Set(reading.spans.map(({ report }) => report));
  const others = divergences.flatMap(({ a, b }) => (a.reading === reading.id ? [b.reading] : b.reading === reading.id ? [a.reading] : []));
  const known = new Set(readings.map(({ id }) => id));
  return {
    '@type': 'Claim',
    '@id': `urn:trucebook:${reading.id}`,
    text: [...reading.spans, ...reading.evidence].map(({ exact }) => exact).join(' … '),
    inLanguage: reading.language,
    // Whose claim it is; whether it is true is not said anywhere, so there is no ClaimReview.
    claimInterpreter: { '@type': 'Organization', name: holder, identifier: reading.holder },
    ...(reading.speaker === null ? {} : { author: { '@type': 'Thing', name: reading.speaker } }),
    ...(title === undefined ? {} : { about: { '@type': 'Thing', '@id': `urn:trucebook:${reading.agreement}`, name: title } }),
    appearance: [
      ...reports.filter(({ key }) => keys.has(key)).map(appearanceOf),
      ...reading.evidence.map(({ url }) => ({ '@type': 'WebPage', url })),
    ],
    'tb:element': reading.element,
    'tb:stance': reading.stance,
    'tb:mode': reading.mode,
    'tb:value': reading.value,
    'tb:heldFrom': reading.heldFrom,
    ...(reading.supersededBy === null ? {} : { 'tb:supersededBy': { '@id': `urn:trucebook:${reading.supersededBy}` } }),
    'tb:differsFrom': [...new Set(others)].filter((id) => known.has(id)).map((id) => ({ '@id': `urn:trucebook:${id}` })),
  };
}

/** The readings as schema.org claims in JSON-LD. Every claim is somebody's; none is rated. */
export function claimsJsonLd(dossier: Dossier): string {
  const graph = dossier.readings.filter(({ stance }) => stance !== 'silent').map((reading) => claimOf(reading, dossier));
  return `${JSON.stringify({ '@context': ['https://schema.org', { tb: OURS }], '@graph': graph }, null, 2)}\n`;
}
