import { type GatherOptions, gather } from '../app/gather.ts';
import { type BookOptions, dossierOf } from '../app/material.ts';
import { type Problem, problem } from '../errors.ts';
import { type InterfaceLanguage, topicsFor } from '../i18n/index.ts';
import type { Audience, MonitorBook, PublicationProfile, ReleasedBook } from '../model/index.ts';
import { monitorOf } from '../monitor/index.ts';
import { cutOffOf, profileOf, type ReleaseContext, refusedOverrides, release } from '../release/index.ts';
import { releaseCardLines, releasedCsv, releasedGeoJson, releasedJson, releasedJsonLd } from '../report/index.ts';
import { type PlaceOptions, placeFilesOf } from './place-options.ts';
import { type ExitCode, report as reportProblems, type Terminal } from './terminal.ts';

/** Forms in which a release leaves. */
export const RELEASE_FORMATS = ['csv', 'geojson', 'jsonld', 'json'] as const;

export interface ReleaseCommandOptions extends Pick<BookOptions, 'asOf'>, Omit<GatherOptions, 'places'>, PlaceOptions {
  readonly profile: Audience;
  readonly format: (typeof RELEASE_FORMATS)[number];
  readonly corrects?: string;
  readonly note?: string;
  readonly lang: InterfaceLanguage;
}

const RENDER: Readonly<Record<ReleaseCommandOptions['format'], (book: ReleasedBook) => string>> = {
  csv: releasedCsv,
  geojson: releasedGeoJson,
  jsonld: releasedJsonLd,
  json: releasedJson,
};

/** Warnings for decisions on embargoes that have no effect: whoever made one is told why. */
function refusals(
  book: MonitorBook,
  profile: PublicationProfile,
  { overrides = [], editors = [] }: Pick<ReleaseContext, 'overrides' | 'editors'>,
  language: InterfaceLanguage,
): readonly Problem[] {
  const words = topicsFor(language).release.refusals;
  return refusedOverrides(book, profile, overrides, editors).map(({ override: { at, incident, hours }, why }) =>
    why === 'no_incident'
      ? problem('TB_OVERRIDE_WITHOUT_INCIDENT', { at, incident }, { severity: 'warning' })
      : problem('TB_OVERRIDE_REFUSED', { at, incident, hours: String(hours), reason: words[why] }, { severity: 'warning' }),
  );
}

/** Lets the incidents of some tables through the gate and prints them; the card goes to standard error, for the person who releases. */
export async function runRelease(terminal: Terminal, paths: readonly string[], options: ReleaseCommandOptions): Promise<ExitCode> {
  const profile = profileOf(options.profile);
  const now = terminal.now();
  const gathered = await gather(paths, terminal.files, now, { ...options, places: placeFilesOf(options) });
  if ('shut' in gathered) {
    reportProblems(terminal, gathered.shut);
    return 1;
  }
  const { material, incidents } = gathered;
  const { reports: given, decisions, gaps, matches = {} } = incidents;
  const cutOff = cutOffOf(profile, now, options.asOf ?? null);
  const dossier = dossierOf(material, { asOf: cutOff });
  // A row without a date of publication is known from its intake, which is just now: it belongs to the batch that is being released.
  const reports = given.map((each) => (each.knownFrom === now ? { ...each, knownFrom: cutOff } : each));
  const book = monitorOf({ dossier, reports, matches, decisions, gaps, asOf: cutOff });
  const code = reportProblems(terminal, [...gathered.problems, ...refusals(book, profile, incidents, options.lang)]);
  if (given.length === 0) return 1;
  const corrects = options.corrects === undefined ? null : { id: options.corrects, note: options.note ?? '' };
  const released = release(book, profile, { ...incidents, now, cutOff, dossier, kind: 'dataset', corrects });
  await terminal.out(RENDER[options.format](released));
  terminal.err(`${releaseCardLines(released, topicsFor(options.lang).release).join('\n')}\n`);
  return code;
}
