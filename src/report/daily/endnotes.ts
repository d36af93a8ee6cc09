import type { Dossier, IncidentReport, Reading } from '../../model/index.ts';
import type { Endnote } from './daily-report-data.ts';

/** Numbers sources in the order in which they are first cited; one source has one number however often it is cited. */
export interface Notes {
  readonly ofReport: (report: IncidentReport) => number;
  readonly ofAddress: (source: string, date: string | null, url: string) => number;
  readonly ofKey: (report: string) => readonly number[];
  readonly ofReadings: (readings: readonly Reading[]) => readonly number[];
  readonly all: () => readonly Endnote[];
}

/** An empty list of notes that can cite the reports of a dossier and the reports of incidents. */
export function takeNotes(dossier: Dossier): Notes {
  const found: Endnote[] = [];
  const numbers = new Map<string, number>();
  const byKey = new Map(dossier.reports.map((report) => [report.key, report]));
  const noteOf = (note: Omit<Endnote, 'number'>): number => {
    const key = note.url ?? [note.source, note.title ?? '', note.date ?? ''].join('\u001f');
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = found.length + 1;
    numbers.set(key, number);
    found.push({ number, ...note });
    return number;
  };
  const ofKey = (key: string): readonly number[] => {
    const report = byKey.get(key);
    if (!report) return [];
    return [noteOf({ source: report.outlet ?? report.key, title: report.title, date: report.date, url: report.url })];
  };
  return {
    ofReport: ({ source, url, knownFrom }) => noteOf({ source, title: null, date: knownFrom, url }),
    ofAddress: (source, date, url) => noteOf({ source, title: null, date, url }),
    ofKey,
    ofReadings: (readings) => {
      const cited = readings.flatMap(({ spans, evidence, knownFrom }) => [
        ...spans.flatMap(({ report }) => ofKey(report)),
        ...evidence.map(({ url }) => noteOf({ source: siteOf(url), title: null, date: knownFrom, url })),
      ]);
      return [...new Set(cited)].sort((a, b) => a - b);
    },
    all: () => found,
  };
}

/** The name of a web site, for addresses that come without the name of an outlet. */
function siteOf(url: string): string {
  return /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url)?.[1]?.replace(/\.$/, '') ?? url;
}
