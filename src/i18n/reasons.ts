/**
 * German for the reasons that the text layer gives in English, its own language: why a candidate was rejected, and what kind of
 * noise was cut. A reason that is missing here is shown as it is given; a test holds the lists together.
 */
const REASONS: Readonly<Record<string, string>> = {
  'in the subjunctive, but nobody holds the floor here': 'steht im Konjunktiv, doch niemand hat hier das Wort',
  'no speaker can be told': 'ein Sprecher ist nicht zu erkennen',
  'what stands before the colon is nobody who could speak': 'vor dem Doppelpunkt steht niemand, der sprechen könnte',
  'nothing before it that it could mean': 'davor steht nichts, worauf es sich beziehen könnte',
  'The next line says the same: a caption that the page carried twice.':
    'Die nächste Zeile sagt dasselbe: eine Bildunterschrift, die zweimal auf der Seite stand.',
  'The same words stand twice in a row; they are read once.': 'Dieselben Wörter stehen doppelt hintereinander; gelesen werden sie einmal.',
  'quotation mark without its partner': 'Anführungszeichen ohne sein Gegenstück',
  'A field name and a year-month left by a page scraper at the start of a text.':
    'Feldname und Monat, die ein Auslesen der Seite am Anfang des Textes zurückließ.',
  'An image credit, alone or behind a caption.': 'Ein Bildnachweis, allein oder hinter einer Bildunterschrift.',
  'An invitation to a short version, set before the text it announces.': 'Die Einladung zu einer Kurzfassung, vor deren Text.',
  'The label of a control of the page.': 'Die Beschriftung eines Bedienelements der Seite.',
  'A line that asks the reader to subscribe, log in, comment or read on.':
    'Eine Zeile, die zum Abonnieren, Anmelden, Kommentieren oder Weiterlesen auffordert.',
  'The time stamp of a page.': 'Der Zeitstempel einer Seite.',
  'A tag of the page that was left in the text.': 'Eine Auszeichnung der Seite, die im Text stehen blieb.',
  'The marks of a live ticker.': 'Zeichen eines Nachrichtentickers.',
  'The sign-off of an agency or editor; it also tells the origin of the text.':
    'Das Kürzel einer Agentur oder Redaktion; es verrät auch, woher der Text stammt.',
};

/** Whether there is German for a reason of the text layer. */
export const isKnownReason = (reason: string): boolean => reason in REASONS;

/** A reason of the text layer in German. */
export function reasonInGerman(reason: string): string {
  const apart = /^the sentence is set apart by (.*)$/.exec(reason)?.[1];
  return apart === undefined ? (REASONS[reason] ?? reason) : `der Satz ist ausgesondert durch ${apart}`;
}
