/** Words of incidents, grades, matches, verdict traces and counts. */
export interface MonitorMessages {
  readonly title: string;
}
