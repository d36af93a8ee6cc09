/** What leaves: the release gate, the daily report, printing. */
export const PUBLICATION_ERRORS = {
  TB_OVERRIDE_SHAPE: {
    sentence: 'The decision on an embargo cannot be used: {reason}.',
    remedy: 'Compare it with docs/reference/profiles.md; `trucebook embargo` writes such lines.',
  },
  TB_OVERRIDE_REFUSED: {
    sentence: 'The decision of {at} on {incident} ({hours} hours) has no effect: {reason}.',
    remedy:
      'One editor may lengthen an embargo. Two different editors of a book with more than one user may shorten it, never below its floor.',
  },
  TB_OVERRIDE_WITHOUT_INCIDENT: {
    sentence: 'The decision of {at} is on {incident}, which is no incident of this book and no report of one.',
    remedy: 'Print the incidents with --profile internal --format json to see their ids.',
  },
  TB_REPLY_SHAPE: {
    sentence: 'The reply cannot be printed: {reason}.',
    remedy: 'Compare it with docs/how-to/publish.md: incident, by, speaker, at, words, language and url.',
  },
  TB_NAMES_SHAPE: {
    sentence: 'The list of withheld names cannot be used: {reason}.',
    remedy: 'Repair the entry: a name that is not read is a name that is not withheld. See docs/how-to/publish.md.',
  },
  TB_SECRET_SHORT: {
    sentence: 'The file of the secret holds fewer than 32 characters.',
    remedy: 'Write a random text into it once, for instance with `openssl rand -hex 32`, keep it, and never publish it.',
  },
  TB_INCIDENT_UNKNOWN: {
    sentence: 'There is no incident and no report of one with the id "{id}".',
    remedy: 'Print the incidents with `trucebook release --profile internal --format json` to see their ids.',
  },
  TB_TABLE_NO_INCIDENTS: {
    sentence: 'The table was read as {kind} (mapping "{mapping}") and holds no incidents for a daily report.',
    remedy: 'Leave it out, or check with `trucebook import --dry-run` how its columns are read.',
  },
  TB_CHROMIUM_MISSING: {
    sentence: 'To print a PDF a Chromium is needed, and none was found.',
    remedy:
      'Install Chromium or Chrome, name one with TRUCEBOOK_CHROMIUM=/path/to/chromium, or run `npm install @sparticuz/chromium` (Linux x64); or take --format html and print it from any browser.',
  },
  TB_CHROMIUM_FAILED: {
    sentence: 'Chromium ({path}) could not print: {reason}.',
    remedy:
      'Start it by hand to see what it lacks, name another one with TRUCEBOOK_CHROMIUM, or take --format html and print it from any browser.',
  },
  TB_PDF_WITHOUT_TEXT: {
    sentence: 'Chromium ({path}) printed pages on which "{words}" cannot be read; most likely it found no fonts.',
    remedy: 'Install fonts and fontconfig, or name another Chromium with TRUCEBOOK_CHROMIUM. Nothing was written.',
  },
} as const;
