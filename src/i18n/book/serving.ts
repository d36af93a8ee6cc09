/** What is said when a book is served. */
export interface ServingMessages {
  readonly at: (url: string) => string;
  /** Who sees what. */
  readonly atTheMachine: string;
  readonly publicAlone: string;
  readonly byAccount: string;
  readonly noNames: string;
  readonly sessionsEnd: string;
  readonly needsTls: string;
}

/** German. */
export const servingDe: ServingMessages = {
  at: (url) => `Das Buch steht unter ${url}, für Programme unter ${url}/api/v1/openapi.json (Strg+C beendet).`,
  atTheMachine: 'Es hat keine Konten: Wer an diesem Rechner sitzt, sieht alles.',
  publicAlone: 'Es hat keine Konten: Alle sehen nur, was freigegeben ist. „trucebook user add“ legt ein Konto an.',
  byAccount: 'Wer sich anmeldet, sieht, was die eigene Rolle erlaubt; alle anderen sehen, was freigegeben ist.',
  noNames: 'Ohne Liste zurückgehaltener Namen (--names): Ortsnamen in Zitaten stehen dann auch für alle da.',
  sessionsEnd: 'Sitzungen enden mit diesem Programm; mit --session-secret gelten sie über einen Neustart hinaus.',
  needsTls:
    'Anmelden geht von außen nur über TLS: ein vorgeschalteter Server beendet es, --proxy nennt seine Adresse (docs/explanation/access.md).',
};

/** English. */
export const servingEn: ServingMessages = {
  at: (url) => `The book is at ${url}, for programs at ${url}/api/v1/openapi.json (Ctrl+C stops).`,
  atTheMachine: 'It has no accounts: whoever sits at this machine sees everything.',
  publicAlone: 'It has no accounts: everybody sees only what has been released. `trucebook user add` makes one.',
  byAccount: 'Whoever logs in sees what their role allows; everybody else sees what has been released.',
  noNames: 'There is no list of withheld names (--names): names of places in quotations then stand there for everybody.',
  sessionsEnd: 'Sessions end with this program; with --session-secret they outlast a restart.',
  needsTls: 'Logging in from outside needs TLS: a server in front ends it, --proxy names its address (docs/explanation/access.md).',
};
