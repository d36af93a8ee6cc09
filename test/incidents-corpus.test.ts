import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { actors } from '../src/lang/actors/index.ts';
import { makeHolderLookup } from '../src/ledger/index.ts';
import { type IncidentReport, makeReport } from '../src/model/index.ts';
import { incidentReportsOf } from '../src/monitor/index.ts';
import { annotate } from '../src/text/pipeline.ts';

/** Every text is a report of Thursday 27 March 2025, so that days of the week mean the same in all of them. */
const DATE = '2025-03-27';
const lookup = makeHolderLookup(actors);

/** One report in one line, as the files of what is expected write it. */
function line({ stance, speaker, accused, from, to, place, objects, act, outcome, means }: IncidentReport): string {
  const when = from === null ? '-' : to === null ? from : `${from}..${to}`;
  const where = place.admin1 ?? place.territory ?? '-';
  return [stance, speaker ?? '-', accused ?? '-', when, where, objects.join('/') || '-', act, outcome, means].join(' | ');
}

describe.each(['de', 'en'])('incident reports from text: %s', (language) => {
  const folder = new URL(`./corpus/${language}/incidents/`, import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));

  test.each(files)('%s', (file) => {
    const report = makeReport(file.replace(/\.txt$/, ''), readFileSync(new URL(file, folder), 'utf8'), {
      date: DATE,
      language,
      outlet: 'Musterblatt',
    });
    const found = incidentReportsOf(report, annotate(report), lookup);
    const target = new URL(file.replace(/\.txt$/, '.expect.json'), folder);
    if (process.env['UPDATE']) writeFileSync(target, `${JSON.stringify({ reports: found.map(line) }, null, 2)}\n`);
    const expected = JSON.parse(readFileSync(target, 'utf8')) as { readonly reports: readonly string[] };
    expect(found.map(line)).toEqual(expected.reports);
    for (const { statement } of found) {
      for (const { start, end, exact } of statement?.spans ?? []) expect(report.text.slice(start, end)).toBe(exact);
    }
  });
});
