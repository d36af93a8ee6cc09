/** Words of the list of incidents and their counts. */
export interface IncidentListMessages {
  readonly heading: (incidents: number, reports: number) => string;
  readonly note: string;
  readonly unknownTime: string;
  readonly unknown: string;
  readonly occurrence: string;
  readonly attribution: string;
  readonly source: string;
  readonly information: string;
  readonly maybe: (reports: number) => string;
  readonly counts: (from: string, to: string) => string;
  readonly countsNote: string;
  readonly by: Readonly<Record<string, string>>;
  readonly gap: (from: string, to: string, side: string | null) => string;
}
