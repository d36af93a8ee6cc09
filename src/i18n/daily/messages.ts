/** Words of the daily report. */
export interface DailyMessages {
  readonly title: string;
}
