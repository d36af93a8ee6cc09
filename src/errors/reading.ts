/** Reports, curated readings and corrections, as they come in. */
export const READING_ERRORS = {
  TB_FILE_UNREADABLE: { sentence: 'The file cannot be read: {reason}.', remedy: 'Check that it exists and that you may read it.' },
  TB_FILE_EMPTY: { sentence: 'The file holds no text.', remedy: 'Leave it out, or save the report again.' },
  TB_FILE_BINARY: { sentence: 'The file is not text; it seems to be {kind}.', remedy: 'Save its text as .txt, .md, .html, .pdf or .docx.' },
  TB_FILE_FORMAT: {
    sentence: 'Files of the form "{ending}" cannot be read.',
    remedy: 'Give .txt, .md, .html, .pdf, .docx, .json, or a feed (.xml, .rss, .atom).',
  },
  TB_ENCODING_GUESSED: {
    sentence: 'The file is not UTF-8; it was read as {encoding}.',
    remedy: 'Check its umlauts and quotation marks, or save it as UTF-8.',
  },
  TB_ENCODING_DAMAGED: {
    sentence: 'The file is {encoding} with broken bytes ({count}); each became the character U+FFFD.',
    remedy: 'Save the report again; what was lost cannot be restored from this file.',
  },
  TB_JSON_BROKEN: { sentence: 'The JSON is broken: {reason}.', remedy: 'Repair it at the line named.' },
  TB_JSON_SHAPE: { sentence: 'The JSON is no report: {reason}.', remedy: 'Give one object with a field "text", or an array of them.' },
  TB_HTML_EMPTY: { sentence: 'The page holds no readable article.', remedy: 'Save the article itself, or copy its text to a .txt file.' },
  TB_HTML_BROKEN: { sentence: 'The page cannot be taken apart: {reason}.', remedy: 'Copy the text of the article to a .txt file.' },
  TB_FRONT_MATTER_BROKEN: { sentence: 'The front matter is broken: {reason}.', remedy: 'Repair the lines between the two "---".' },
  TB_SIDECAR_BROKEN: { sentence: 'reports.json is broken: {reason}.', remedy: 'It must be a list of {file, date, outlet, language, url}.' },
  TB_SIDECAR_FILE_MISSING: {
    sentence: 'reports.json names "{name}", which is not in the folder.',
    remedy: 'Put the file there, or take the entry out.',
  },
  TB_FIELD_IGNORED: { sentence: 'The field "{field}" was ignored: {reason}.', remedy: 'Write a short text there, or leave the field out.' },
  TB_LANGUAGE_UNKNOWN: {
    sentence: 'The language was not recognised; the report is read as German.',
    remedy: 'State it: "language: de" in the front matter, or "language" in reports.json.',
  },
  TB_DATE_INVALID: { sentence: 'The date "{value}" is no date.', remedy: 'Write 2025-03, 2025-03-18 or 2025-03-18T19:30Z.' },
  TB_DATE_MISSING: {
    sentence: 'The report has no date; "yesterday" and the like stay unresolved.',
    remedy: 'State it: "date: 2025-03-18" in the front matter, or "date" in reports.json.',
  },
  TB_CURATED_BROKEN: { sentence: 'The curated file is broken: {reason}.', remedy: 'Repair its YAML at the line named.' },
  TB_CURATED_SHAPE: {
    sentence: 'The curated file cannot be used as it is: {reason}.',
    remedy: 'Compare it with docs/reference/curated-readings.md.',
  },
  TB_CURATED_EVIDENCE_MISSING: {
    sentence: 'The curated reading {number} has no evidence.',
    remedy: 'Add a public address with a few words from it, or write "stance: silent".',
  },
  TB_CURATED_QUOTE_LONG: {
    sentence: 'The curated reading {number} quotes {count} words; fewer than ten may be kept.',
    remedy: 'Keep the words that carry the value.',
  },
  TB_CORRECTION_BROKEN: {
    sentence: 'The line is no JSON: {reason}.',
    remedy: 'Repair that line; every other line is read. Entries are never deleted, a later one takes their place.',
  },
  TB_CORRECTION_SHAPE: {
    sentence: 'The entry cannot be used as it is: {reason}.',
    remedy: 'Compare it with docs/reference/corrections.md.',
  },
  TB_CORRECTION_EVIDENCE_MISSING: {
    sentence: 'The added reading rests on no words.',
    remedy: 'Give "spans" in a report, or "evidence" with a public address and fewer than ten words from it.',
  },
  TB_CORRECTION_TWICE: { sentence: 'The entry stands there twice.', remedy: 'Leave it; the same entry counts once.' },
  TB_CORRECTION_WITHOUT_READING: {
    sentence: 'The entry of {at} by {by} concerns {what}, which is not in this dossier; it changes nothing here.',
    remedy: 'Nothing, if its reports were left out on purpose; else name them too.',
  },
  TB_READING_UNKNOWN: {
    sentence: 'The dossier has no reading "{id}".',
    remedy: 'Take an id from `trucebook dossier --format json`; silences are computed and cannot be corrected: add a reading.',
  },
  TB_WORDS_NOT_FOUND: {
    sentence: 'The words "{words}" stand {count} times in the reports; they must stand there once.',
    remedy: 'Copy more words of the passage, exactly as they stand in the report.',
  },
  TB_NOTHING_READ: {
    sentence: 'No report could be read from {what}.',
    remedy: 'Give a file or a folder with .txt, .md, .html, .pdf, .docx, .json or .xml files, or an address.',
  },
} as const;
