import { placeNamed } from '../app/book-place.ts';
import { type GatherOptions, gather } from '../app/gather.ts';
import type { BookOptions } from '../app/material.ts';
import { keepRelease, makeRelease, type ReleaseFormat } from '../app/publishing/make-release.ts';
import { type Problem, problem } from '../errors.ts';
import { type InterfaceLanguage, topicsFor } from '../i18n/index.ts';
import type { Audience, MonitorBook, PublicationProfile } from '../model/index.ts';
import { profileOf, type ReleaseContext, refusedOverrides } from '../release/index.ts';
import { releaseCardLines } from '../report/index.ts';
import { type PlaceOptions, placeFilesOf } from './place-options.ts';
import { type ExitCode, report as reportProblems, type Terminal } from './terminal.ts';

export interface ReleaseCommandOptions extends Pick<BookOptions, 'asOf'>, Omit<GatherOptions, 'places'>, PlaceOptions {
  readonly profile: Audience;
  readonly format: ReleaseFormat;
  readonly corrects?: string;
  readonly note?: string;
  /** Book in which the release is kept, and who publishes it. */
  readonly intoBook?: string;
  readonly by?: string;
  readonly lang: InterfaceLanguage;
}

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
  const now = terminal.now();
  const gathered = await gather(paths, terminal.files, now, { ...options, places: placeFilesOf(options) });
  if ('shut' in gathered) {
    reportProblems(terminal, gathered.shut);
    return 1;
  }
  const { incidents } = gathered;
  const { profile, format, asOf = null } = options;
  const corrects = options.corrects === undefined ? null : { id: options.corrects, note: options.note ?? '' };
  const made = makeRelease(gathered, { profile, format, asOf, corrects }, now);
  const code = reportProblems(terminal, [...gathered.problems, ...refusals(made.book, profileOf(profile), incidents, options.lang)]);
  if (incidents.reports.length === 0) return 1;
  await terminal.out(made.text);
  const words = topicsFor(options.lang).release;
  terminal.err(`${releaseCardLines(made.released, words).join('\n')}\n`);
  if (options.intoBook !== undefined) {
    const { openStore } = await import('../store/index.ts');
    const store = await openStore(placeNamed(options.intoBook), { now: terminal.now });
    try {
      const { id, isRepeated } = await keepRelease(store, made, { author: { kind: 'person', name: options.by ?? '' } });
      terminal.err(`${words.kept(id, isRepeated)}\n`);
    } finally {
      await store.close();
    }
  }
  return code;
}
