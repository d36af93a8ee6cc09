/** Forms in which an answer can be had; the first of a resource is the one that is given where nothing is asked for. */
export const MEDIA_TYPES = {
  json: 'application/json',
  csv: 'text/csv',
  geojson: 'application/geo+json',
  jsonld: 'application/ld+json',
} as const;
export type Form = keyof typeof MEDIA_TYPES;

/** Longest header Accept that is read; browsers send some 150 characters. */
const LONGEST = 1_000;

interface Range {
  readonly type: string;
  readonly weight: number;
}

function rangesOf(header: string): readonly Range[] {
  return header
    .slice(0, LONGEST)
    .split(',')
    .map((entry) => {
      const [type = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
      const q = parameters.find((parameter) => parameter.startsWith('q='));
      const weight = q === undefined ? 1 : Number(q.slice(2));
      return { type, weight: Number.isFinite(weight) ? Math.min(Math.max(weight, 0), 1) : 0 };
    })
    .filter(({ type }) => type !== '');
}

/** How much a media type is wanted: what the most exact of the ranges that fit says. */
function weightOf(type: string, ranges: readonly Range[]): number {
  const [group = ''] = type.split('/');
  const exactness = (range: string): number => (range === type ? 3 : range === `${group}/*` ? 2 : range === '*/*' ? 1 : 0);
  const best = ranges.reduce<{ exact: number; weight: number }>(
    (found, range) => {
      const exact = exactness(range.type);
      return exact > found.exact ? { exact, weight: range.weight } : found;
    },
    { exact: 0, weight: 0 },
  );
  return best.weight;
}

/** The form wanted most of those there are, RFC 9110; the earlier one where two are wanted alike, null where none is. */
export function chooseForm(header: string | undefined, forms: readonly Form[]): Form | null {
  if (header === undefined || header.trim() === '') return forms[0] ?? null;
  const ranges = rangesOf(header);
  let chosen: { readonly form: Form; readonly weight: number } | null = null;
  for (const form of forms) {
    const weight = weightOf(MEDIA_TYPES[form], ranges);
    if (weight > (chosen?.weight ?? 0)) chosen = { form, weight };
  }
  return chosen?.form ?? null;
}
