import { describe, expect, test } from 'vitest';
import { actors } from '../../src/lang/actors/index.ts';
import { buildDossier } from '../../src/ledger/index.ts';
import { makeReport, type WithheldName } from '../../src/model/index.ts';
import { profileOf, releaseDossier, releaseText, textGate } from '../../src/release/index.ts';
import { annotate } from '../../src/text/pipeline.ts';

const NAME: WithheldName = { kind: 'site', spellings: ['Krasnowal refinery', 'Красновал'], territory: 'RU', operator: null, namedBy: null };
const TEXT = `Präsident Selenskyj sagte am Dienstag, die Ukraine sei zu einer Waffenruhe bereit, Krasnowal aber sei weit weg.
Putin hat angeordnet, 30 Tage lang keine Energieanlagen anzugreifen. „In Krasnowal (48.5123, 35.0211) war nichts“, sagte Olena Mustermann.`;
const report = makeReport('2025-03-18_krasnowal', TEXT, {
  date: '2025-03-18',
  outlet: 'Beispiel',
  title: 'Brand in Krasnowal?',
  url: 'https://example.org/2025/brand-in-krasnowal-raffinerie.html',
});
const dossier = buildDossier({
  reports: [report],
  annotations: [annotate(report)],
  actors,
  curated: [],
  corrections: [],
  asOf: null,
  heldAt: null,
});

describe('a dossier passes the gate', () => {
  const out = releaseDossier(dossier, profileOf('public'), { names: [NAME] });

  test('the sample has statements and readings', () => {
    expect(dossier.readings.length).toBeGreaterThan(0);
    expect(JSON.stringify(dossier).match(/Krasnowal/gi)?.length).toBeGreaterThan(4);
  });

  test('no name, no position, no private person anywhere', () => {
    expect(JSON.stringify(out)).not.toMatch(/krasnowal|48\.51|Mustermann/i);
    expect(out.reports[0]).toMatchObject({ key: 'report-1', title: 'Brand in […]?', url: 'https://example.org/' });
    expect(JSON.stringify(out)).toContain('Selenskyj');
  });

  test('references still lead somewhere', () => {
    const keys = new Set(out.reports.map(({ key }) => key));
    for (const { report: key } of out.statements) expect(keys).toContain(key);
    for (const { spans } of out.readings) for (const { report: key } of spans) expect(keys).toContain(key);
    expect(out.readings.map(({ id }) => id)).toEqual(dossier.readings.map(({ id }) => id));
  });

  test('lengths tell nothing of what was taken out', () => {
    for (const stmt of out.statements) {
      if (!stmt.exact.join().includes('[…]')) continue;
      for (const { start, end } of stmt.content) expect(end).toBe(start);
    }
    for (const { spans } of out.readings)
      for (const { start, end, exact, shortened } of spans) if (shortened) expect(end - start).toBe(exact.length);
  });

  test('who decided about a reading or statement, and why, stays with the desk', () => {
    const review = { state: 'accepted', by: 'Adalbertine', at: '2025-04-01T00:00:00Z', why: 'said on the phone', entry: 'rev-1' } as const;
    const decided = {
      ...dossier,
      readings: dossier.readings.map((reading) => ({ ...reading, review })),
      statements: dossier.statements.map((statement) => ({ ...statement, review })),
    };
    const told = releaseDossier(decided, profileOf('public'), { names: [NAME] });
    expect(JSON.stringify(told)).not.toMatch(/Adalbertine|on the phone/);
    expect(told.statements[0]?.review?.state).toBe('accepted');
  });

  test('the desk itself gets what it has', () => {
    expect(releaseDossier(dossier, profileOf('internal'), { names: [NAME] })).toEqual(dossier);
  });
});

test('words about an embargoed incident wait, and the reading stays', () => {
  const stmt = dossier.statements.find(({ exact }) => exact.join().includes('Energieanlagen'));
  expect(stmt).toBeDefined();
  const out = releaseDossier(dossier, profileOf('public'), { embargoed: new Set([stmt?.id ?? '']) });
  expect(JSON.stringify(out)).not.toContain('keine Energieanlagen anzugreifen');
  expect(out.readings.map(({ id, value }) => [id, value])).toEqual(dossier.readings.map(({ id, value }) => [id, value]));
});

test('of a report only title and address leave, shortened', () => {
  const gate = textGate(profileOf('public'), [NAME]);
  expect(releaseText(report, profileOf('public'), gate)).toMatchObject({
    text: '',
    source: '',
    title: 'Brand in […]?',
    url: 'https://example.org/',
  });
});
