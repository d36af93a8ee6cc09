import type { Audience, Dossier, MonitorBook, ReleasedBook, StoredRelease } from '../../model/index.ts';
import { monitorOf } from '../../monitor/index.ts';
import { cutOffOf, profileOf, release } from '../../release/index.ts';
import { releasedCsv, releasedGeoJson, releasedJson, releasedJsonLd } from '../../report/index.ts';
import type { BookStore, By } from '../../store/index.ts';
import type { IncidentMaterial } from '../incident-desk.ts';
import { dossierOf, type Material } from '../material.ts';
import { Refusal } from '../refusal.ts';

/** Forms in which a release leaves. */
export const RELEASE_FORMATS = ['csv', 'geojson', 'jsonld', 'json'] as const;
export type ReleaseFormat = (typeof RELEASE_FORMATS)[number];

const RENDER: Readonly<Record<ReleaseFormat, (book: ReleasedBook) => string>> = {
  csv: releasedCsv,
  geojson: releasedGeoJson,
  jsonld: releasedJsonLd,
  json: releasedJson,
};

const MEDIA: Readonly<Record<ReleaseFormat, string>> = {
  csv: 'text/csv',
  geojson: 'application/geo+json',
  jsonld: 'application/ld+json',
  json: 'application/json',
};

/** What a release is made from: the material, and the incident reports with every decision that the gate goes by. */
export interface ReleaseSource {
  readonly material: Material;
  readonly incidents: IncidentMaterial;
}

export interface ReleaseRequest {
  readonly profile: Audience;
  readonly format: ReleaseFormat;
  readonly asOf: string | null;
  readonly corrects: { readonly id: string; readonly note: string } | null;
}

/** A release with the bytes that leave, and the book it was made from. */
export interface MadeRelease {
  readonly released: ReleasedBook;
  readonly text: string;
  readonly format: ReleaseFormat;
  readonly mediaType: string;
  readonly book: MonitorBook;
}

/** Lets the incidents of some material through the gate, as they could be known at the last batch of the profile. */
export function makeRelease({ material, incidents }: ReleaseSource, request: ReleaseRequest, now: string): MadeRelease {
  const { format, asOf, corrects } = request;
  const profile = profileOf(request.profile);
  const { reports: given, decisions = [], gaps = [], matches = {} } = incidents;
  const cutOff = cutOffOf(profile, now, asOf);
  const dossier: Dossier = dossierOf(material, { asOf: cutOff });
  // A row without a date of publication is known from its intake, which is just now: it belongs to the batch that is being released.
  const reports = given.map((each) => (each.knownFrom === now ? { ...each, knownFrom: cutOff } : each));
  const book = monitorOf({ dossier, reports, matches, decisions, gaps, asOf: cutOff });
  const released = release(book, profile, { ...incidents, now, cutOff, dossier, kind: 'dataset', corrects });
  return { released, text: RENDER[format](released), format, mediaType: MEDIA[format], book };
}

/** A release that is kept: its id, and whether it was there already. */
export interface KeptReleaseId {
  readonly id: string;
  readonly isRepeated: boolean;
}

/** Keeps a release in a book: its card, and the bytes that left. The same release once more changes nothing. */
export async function keepRelease(
  store: Pick<BookStore, 'append' | 'fact'>,
  { released: { card }, text, format, mediaType }: MadeRelease,
  by: By,
): Promise<KeptReleaseId> {
  // The same content in another form is another publication of one release.
  const id = `${card.id}-${format}`;
  const former = await store.fact('release', id);
  if (former !== null) return { id, isRepeated: true };
  const body: StoredRelease = { card, mediaType };
  const { skipped } = await store.append([{ kind: 'release', id, body, attached: Buffer.from(text, 'utf8') }], by);
  if (skipped.some(({ why }) => why === 'erased')) throw new Refusal('TB_DELETED_BEFORE', { id });
  return { id, isRepeated: false };
}
