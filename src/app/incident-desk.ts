import type {
  Audience,
  ClusterDecision,
  CoverageGap,
  Dossier,
  EmbargoOverride,
  IncidentReport,
  MonitorBook,
  ReleasedBook,
  Reply,
  WithheldName,
} from '../model/index.ts';
import { type MatchesByReport, monitorOf } from '../monitor/index.ts';
import { cutOffOf, profileOf, release } from '../release/index.ts';
import { makeCache } from './cache.ts';
import { keyFrom } from './key-from.ts';

/** What a book of incidents is made from, beside the dossier. */
export interface IncidentMaterial {
  readonly reports: readonly IncidentReport[];
  readonly matches?: MatchesByReport;
  readonly decisions?: readonly ClusterDecision[];
  readonly gaps?: readonly CoverageGap[];
  readonly overrides?: readonly EmbargoOverride[];
  readonly editors?: readonly string[];
  readonly names?: readonly WithheldName[];
  readonly replies?: readonly Reply[];
  /** Secret that keys the ids of released records, so that they stay over releases; without one they stay until a report comes in. */
  readonly secret?: string | null;
}

/** The incidents of a desk, worked out and released as they are asked for. */
export interface IncidentDesk {
  /** Whether there are any incident reports at all. */
  readonly hasIncidents: boolean;
  readonly monitor: (asOf: string | null) => MonitorBook;
  /** The book as an audience may see it at an instant; pages, reports and exports take nothing else. */
  readonly released: (asOf: string | null, profile: Audience, now: string) => ReleasedBook;
}

/** Books kept at once. */
const BOOKS = 12;

/** An embargo that ended within the hour may wait for the next one: so a page is not released anew at every request. */
const wholeHour = (now: string): string => `${now.slice(0, 13)}:00Z`;

/** Makes the incidents of a desk over material that has been read. */
export function makeIncidentDesk(material: IncidentMaterial, dossier: (asOf: string | null) => Dossier): IncidentDesk {
  const books = makeCache<MonitorBook>(BOOKS);
  const releases = makeCache<ReleasedBook>(BOOKS);
  const { reports, matches = {}, decisions = [], gaps = [], overrides = [], editors = [], names = [], replies = [] } = material;
  // Links must lead to the same incident on every date; nobody outside holds the reports from which the key is made.
  const secret = material.secret ?? keyFrom(reports);
  const monitor = (asOf: string | null): MonitorBook =>
    books(asOf ?? '', () => monitorOf({ dossier: dossier(asOf), reports, matches, decisions, gaps, asOf }));
  return {
    hasIncidents: reports.length > 0,
    monitor,
    released: (asOf, profile, now) => {
      const hour = wholeHour(now);
      // Outside, the book is that of the last batch: what came in since must not show in grades and clusters either.
      const rules = profileOf(profile);
      const moment = rules.batch === 'none' ? asOf : cutOffOf(rules, hour, asOf);
      return releases(`${moment ?? ''}|${profile}|${hour}`, () =>
        release(monitor(moment), rules, {
          now: hour,
          overrides,
          editors,
          names,
          replies,
          dossier: dossier(moment),
          secret,
          kind: 'page',
        }),
      );
    },
  };
}
