/** Words of the pages. */
export interface PageMessages {
  readonly title: string;
}
