import { expect, test } from 'vitest';
import { makeReport } from '../model/index.ts';
import { markVerbatim } from './mark-verbatim.ts';
import { sampleReading } from './sample-reading.ts';

const marked = (text: string, exact: string): boolean => {
  const start = text.indexOf(exact);
  const reading = sampleReading({ spans: [{ report: 'r', start, end: start + exact.length, exact }] });
  return markVerbatim([reading], [makeReport('r', text)])[0]?.verbatim === true;
};

test.for([
  ['Der Palast sprach von „Objekten am Fluss“.', 'Objekten am Fluss'],
  ['Der Palast sprach von «Objekten am Fluss».', 'am Fluss'],
  ['The palace spoke of “sites on the river”.', 'sites'],
  ['Erst "eins", dann "zwei" und drei.', 'zwei'],
] as const)('words between marks are the speaker’s own: %s', ([text, exact]) => expect(marked(text, exact)).toBe(true));

test.for([
  ['Der Palast sprach von „Objekten“ am Fluss.', 'am Fluss'],
  ['Der Palast sprach von „Objekten“ am Fluss.', 'Objekten“ am Fluss'],
  ['Erst "eins", dann "zwei" und drei.', ', dann '],
  ['Ein „Zeichen, das niemand schließt.', 'niemand'],
] as const)('words outside of marks are not: %s', ([text, exact]) => expect(marked(text, exact)).toBe(false));
