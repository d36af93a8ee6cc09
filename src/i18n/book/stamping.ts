/** Words of time stamps. */
export interface StampingMessages {
  readonly requested: (path: string, sha256: string) => string;
  readonly kept: (what: string, at: string, authority: string) => string;
  readonly source: (sha256: string) => string;
  readonly head: (seq: string) => string;
  readonly checked: (count: string) => string;
  readonly faults: (count: string) => string;
  readonly trusted: string;
  readonly notTrusted: string;
  /** What a time stamp leaves open in any case. */
  readonly limits: string;
}

/** German. */
export const stampingDe: StampingMessages = {
  requested: (path, sha256) => `${path}: Anfrage für ${sha256}. Die Antwort der Stelle nimmt --request mit --response auf.`,
  kept: (what, at, authority) => `Zeitstempel für ${what}: ${at}, ${authority}.`,
  source: (sha256) => `die Quelle ${sha256}`,
  head: (seq) => `das Journal bis Eintrag ${seq}`,
  checked: (count) => `Zeitstempel: ${count} geprüft, Signatur und Hash.`,
  faults: (count) => `Zeitstempel, die nicht stimmen: ${count}`,
  trusted: 'Ihre Zertifikate wurden mit denen in --ca verglichen. Ob eines widerrufen wurde, ist nicht geprüft.',
  notTrusted: 'Nicht geprüft ist, ob den Stellen zu trauen ist: dafür ihre Zertifikate mit --ca angeben.',
  limits: 'Ein Zeitstempel zeigt, dass es etwas zu dieser Zeit gab, nicht, dass es stimmt.',
};

/** English. */
export const stampingEn: StampingMessages = {
  requested: (path, sha256) => `${path}: request for ${sha256}. Take the answer of the authority in with --request and --response.`,
  kept: (what, at, authority) => `Time stamp for ${what}: ${at}, ${authority}.`,
  source: (sha256) => `the source ${sha256}`,
  head: (seq) => `the journal up to entry ${seq}`,
  checked: (count) => `Time stamps: ${count} checked, signature and hash.`,
  faults: (count) => `Time stamps that are not in order: ${count}`,
  trusted: 'Their certificates were compared with those in --ca. Whether one was withdrawn was not checked.',
  notTrusted: 'Whether the authorities are to be trusted was not checked: give their certificates with --ca.',
  limits: 'A time stamp shows that something existed at that time, not that it is true.',
};
