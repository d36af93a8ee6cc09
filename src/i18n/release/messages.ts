/** Words of the release gate: transforms, profiles, balance. */
export interface ReleaseMessages {
  readonly title: string;
}
