import type { ShellMessages } from './messages.ts';

/** English. */
export const shellEn: ShellMessages = {
  name: 'Trucebook',
  claim: 'Who agreed to what, in whose words, from when.',
  skip: 'Skip to content',
  navigation: 'Pages',
  section: {
    today: 'Today',
    tracks: 'Tracks',
    incidents: 'Incidents',
    compliance: 'Compliance',
    replay: 'Replay',
    sources: 'Sources',
    method: 'Method',
  },
  language: 'Language',
  languageName: { de: 'Deutsch', en: 'English' },
  theme: 'Appearance',
  themeName: { light: 'light', dark: 'dark', system: 'as the system' },
  asOf: {
    label: 'As of',
    all: 'all reports',
    day: 'What was known by this day',
    show: 'Show',
    earlier: 'earlier',
    later: 'later',
    known: 'Days with reports',
    heldAt: 'held on',
    slider: 'Move the as-of date',
  },
  foot: {
    permalink: 'Link to exactly this view',
    cite: 'Cite',
    download: 'Download',
    asText: 'Text',
    accessed: (date) => `accessed ${date}`,
    note: 'The words of others are set in a serif face, and in quotation marks only where they are verbatim. Nobody is said to be in breach: things are placed under the reading of one side.',
    generated: (reports) => (reports === 1 ? 'From one report' : `From ${reports} reports`),
    profile: (name) => `Edition for: ${name}`,
    profileName: { internal: 'the desk itself', partners: 'partners', parties: 'the parties', public: 'the public' },
  },
  serving: (url, reports) => `The pages are at ${url} (${reports === 1 ? 'one report' : `${reports} reports`}; Ctrl+C stops).`,
  missing: {
    title: 'There is no such page',
    text: 'The address leads to nothing that is known as of this date. It may have become known later.',
    home: 'To the overview',
  },
  wrong: {
    title: 'The address holds a value that cannot be used',
    text: (name, value) => `“${value}” is no value of “${name}”. Write a date as 2025-03, 2025-03-18 or 2025-03-18T22:00Z.`,
  },
  failed: {
    title: 'The page could not be made',
    text: 'The fault stands in the log of the server. The other pages are not touched by it.',
  },
  oddCharacter: {
    invisible: (code) => `invisible character ${code}`,
    direction: (code) => `character ${code}, which turns the direction of the text; without effect here`,
    control: (code) => `control character ${code}`,
    lookalike: (code, script) => `${code}: a character of the script “${script}” in a word of other letters`,
  },
};
