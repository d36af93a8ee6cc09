import { describe, expect, test } from 'vitest';
import type { Dossier, Reading } from '../../src/model/index.ts';
import { ceasefireCsv } from '../../src/report/exports/ceasefire-rows.ts';
import { claimsJsonLd } from '../../src/report/exports/claims.ts';
import { csvOf, divergencesCsv, readingsCsv } from '../../src/report/exports/csv.ts';
import { ploverLines } from '../../src/report/exports/plover.ts';
import { exampleDossier } from './example-dossier.ts';

/** Reads CSV back, as RFC 4180 says; independent of the writer on purpose. */
function parseCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const at = text[i];
    if (quoted && at === '"' && text[i + 1] === '"') cell += text[++i];
    else if (at === '"') quoted = !quoted;
    else if (!quoted && (at === ',' || at === '\n')) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (at === '\n') rows.push([]);
    } else if (quoted || at !== '\r') cell += at;
  }
  const [head = [], ...body] = rows.filter((row) => row.length > 0);
  return body.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])));
}

describe('CSV', () => {
  test('of readings gives every reading back', () => {
    const rows = parseCsv(readingsCsv(exampleDossier));
    const back = (row: Readonly<Record<string, string>>) => ({
      id: row['id'],
      element: row['element'],
      holder: row['holder'],
      stance: row['stance'],
      value: JSON.parse(row['value'] ?? ''),
      speaker: row['speaker'] || null,
      obliged: (row['obliged'] ?? '').split('; ').filter(Boolean),
      places: (row['places'] ?? '').split('; ').filter(Boolean),
    });
    const given = ({ id, element, holder, stance, value, speaker, obliged, spans }: Reading) => ({
      id,
      element,
      holder,
      stance,
      value,
      speaker,
      obliged,
      places: spans.map(({ report, start, end }) => `${report}:${start}-${end}`),
    });
    expect(rows.map(back)).toEqual(exampleDossier.readings.map(given));
  });

  test('of divergences names two readings that exist', () => {
    const ids = exampleDossier.readings.map(({ id }) => id);
    const rows = parseCsv(divergencesCsv(exampleDossier));
    expect(rows).toHaveLength(1);
    for (const row of rows) expect([ids.includes(row['reading_a'] ?? ''), ids.includes(row['reading_b'] ?? '')]).toEqual([true, true]);
  });

  test('keeps commas, marks and line breaks inside a cell, and lets no cell run', () => {
    const csv = csvOf(['a', 'b'], [{ a: 'x, "y"\nz', b: '=HYPERLINK("http://example.org")' }]);
    expect(parseCsv(csv)).toEqual([{ a: 'x, "y"\nz', b: '\'=HYPERLINK("http://example.org")' }]);
  });
});

describe('rows of the ceasefire dataset', () => {
  const withStart = (...dates: readonly string[]): Dossier => {
    const base = exampleDossier.readings[0] as Reading;
    const starts = dates.map(
      (at, i): Reading => ({ ...base, id: `rd-${i}`, element: 'entry_into_force', value: { t: 'start', mode: 'on_date_at_time', at } }),
    );
    const agreements = exampleDossier.agreements.map((found) => ({
      ...found,
      cells: [
        ...found.cells,
        { element: 'entry_into_force' as const, holder: 'XN', mark: 'only' as const, readings: starts.map(({ id }) => id) },
      ],
    }));
    return { ...exampleDossier, agreements, readings: [...exampleDossier.readings, ...starts] };
  };

  test('a start on which all who state one agree is the effect date', () => {
    const [row] = parseCsv(ceasefireCsv(withStart('2031-05-02', '2031-05-02')));
    expect(row).toMatchObject({
      cf_effect_yr: '2031',
      cf_effect_month: '5',
      cf_effect_day: '2',
      tb_start_disputed: '0',
      fixed_time: 'P30D',
    });
  });

  test('a disputed start is unclear, and marked as disputed', () => {
    const [row] = parseCsv(ceasefireCsv(withStart('2031-05-02', '2031-05-09')));
    expect(row).toMatchObject({ cf_effect_yr: '-1', cf_effect_day: '-1', tb_start_disputed: '1' });
  });

  test('an unknown part of a date is not filled in', () => {
    const [row] = parseCsv(ceasefireCsv(withStart('2031-05')));
    expect(row).toMatchObject({ cf_effect_yr: '2031', cf_effect_month: '5', cf_effect_day: '-1' });
  });

  test('what is no ceasefire has no row', () => {
    const agreements = exampleDossier.agreements.map((found) => ({
      ...found,
      agreement: { ...found.agreement, kind: 'sanctions' as const },
    }));
    expect(parseCsv(ceasefireCsv({ ...exampleDossier, agreements }))).toEqual([]);
  });
});

describe('claims', () => {
  const { '@graph': graph } = JSON.parse(claimsJsonLd(exampleDossier)) as {
    readonly '@graph': readonly Readonly<Record<string, unknown>>[];
  };

  test('every claim is somebody’s, stands somewhere and refers only to claims of the graph', () => {
    const ids = new Set(graph.map((claim) => claim['@id']));
    expect(graph.length).toBe(exampleDossier.readings.filter(({ stance }) => stance !== 'silent').length);
    for (const claim of graph) {
      expect(claim).toMatchObject({ '@type': 'Claim', claimInterpreter: { identifier: expect.any(String) } });
      for (const other of claim['tb:differsFrom'] as readonly Readonly<Record<string, string>>[]) expect(ids).toContain(other['@id']);
    }
  });

  test('none is rated', () => {
    expect(claimsJsonLd(exampleDossier)).not.toMatch(/ClaimReview|reviewRating|truth/i);
  });
});

describe('PLOVER', () => {
  const events = (dossier: Dossier) =>
    ploverLines(dossier)
      .trim()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  const only = (change: Partial<Reading>): Dossier => ({
    ...exampleDossier,
    readings: [{ ...(exampleDossier.readings[0] as Reading), ...change }],
  });

  test('an alleged breach is an accusation and never an assault', () => {
    const [event] = events(only({ act: 'assert', value: { t: 'state', state: 'breach_alleged', at: null, by: ['XS'] } }));
    expect(event).toMatchObject({ event: 'ACCUSE', mode: 'allege', actor: 'XN' });
    expect(ploverLines(exampleDossier)).not.toContain('ASSAULT');
  });

  test('the call of a party is consent, the same call of a third party a request', () => {
    expect(events(only({ act: 'demand', holder: 'XN' }))[0]).toMatchObject({ event: 'AGREE' });
    expect(events(only({ act: 'demand', holder: 'XM' }))[0]).toMatchObject({ event: 'REQUEST', mode: 'yield' });
  });

  test('an assertion, a silence and the newsroom are no events', () => {
    expect(events(only({ act: 'assert' }))).toEqual([]);
    expect(events(only({ stance: 'silent' }))).toEqual([]);
    expect(events(only({ holder: 'narration' }))).toEqual([]);
  });
});
