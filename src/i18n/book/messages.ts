/** Words of the commands that work on a book: reading, importing, searching, reviewing, verifying. */
export interface BookMessages {
  readonly title: string;
}
