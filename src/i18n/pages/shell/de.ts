import type { ShellMessages } from './messages.ts';

/** German. */
export const shellDe: ShellMessages = {
  name: 'Trucebook',
  claim: 'Wer was zugesagt hat, in wessen Worten, ab wann.',
  skip: 'Zum Inhalt',
  navigation: 'Seiten',
  section: {
    today: 'Heute',
    tracks: 'Stränge',
    incidents: 'Vorfälle',
    compliance: 'Einhaltung',
    replay: 'Verlauf',
    sources: 'Quellen',
    method: 'Methode',
  },
  language: 'Sprache',
  languageName: { de: 'Deutsch', en: 'English' },
  theme: 'Darstellung',
  themeName: { light: 'hell', dark: 'dunkel', system: 'wie das System' },
  asOf: {
    label: 'Stand',
    all: 'alle Berichte',
    day: 'Was bis zu diesem Tag bekannt war',
    show: 'Anzeigen',
    earlier: 'früher',
    later: 'später',
    known: 'Tage mit Berichten',
    heldAt: 'galt am',
    slider: 'Stand verschieben',
  },
  foot: {
    permalink: 'Link auf genau diese Ansicht',
    cite: 'Zitieren',
    download: 'Herunterladen',
    asText: 'Text',
    accessed: (date) => `abgerufen am ${date}`,
    note: 'Fremde Worte stehen in Serifenschrift, in Anführungszeichen nur, was wörtlich überliefert ist. Niemandem wird ein Bruch zugeschrieben: Eingeordnet wird nach der Lesart einer Seite.',
    generated: (reports) => (reports === 1 ? 'Aus einem Bericht' : `Aus ${reports} Berichten`),
    profile: (name) => `Ausgabe für: ${name}`,
    profileName: { internal: 'die eigene Redaktion', partners: 'Partner', parties: 'die Parteien', public: 'die Öffentlichkeit' },
  },
  serving: (url, reports) => `Die Seiten stehen unter ${url} (${reports === 1 ? 'ein Bericht' : `${reports} Berichte`}; Strg+C beendet).`,
  missing: {
    title: 'Diese Seite gibt es nicht',
    text: 'Die Adresse führt zu nichts, was zu diesem Stand bekannt ist. Vielleicht wurde es erst später bekannt.',
    home: 'Zur Übersicht',
  },
  wrong: {
    title: 'Die Adresse enthält einen unbrauchbaren Wert',
    text: (name, value) => `„${value}“ ist kein Wert für „${name}“. Ein Datum schreibt sich 2025-03, 2025-03-18 oder 2025-03-18T22:00Z.`,
  },
  failed: {
    title: 'Die Seite ließ sich nicht erstellen',
    text: 'Der Fehler steht im Protokoll des Servers. Die übrigen Seiten sind davon nicht berührt.',
  },
  oddCharacter: {
    invisible: (code) => `unsichtbares Zeichen ${code}`,
    direction: (code) => `Zeichen ${code}, das die Schreibrichtung umkehrt; hier ohne Wirkung`,
    control: (code) => `Steuerzeichen ${code}`,
    lookalike: (code, script) => `${code}: ein Zeichen aus der Schrift „${script}“ in einem Wort aus anderen Buchstaben`,
  },
};
