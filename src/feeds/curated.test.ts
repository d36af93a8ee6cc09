import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCurated, readCurated } from './curated.ts';
import { nodeFiles } from './node-files.ts';

const HEAD = `agreement:
  id: hafen-1999
  kind: ceasefire
  track: roadmap
  title: { de: Hafenpause, en: Harbour pause }
  cfClass: 1
  side: bilateral
  partial: false
  written: unclear
  parties: [AA, BB]
  mechanism: false
window: { from: '1999-01-01', to: '1999-02-01' }
defaults: { language: en, obliged: [mutual] }
`;
const READING = `  - element: duration
    holder: AA
    heldFrom: '1999-01-02'
    value: { t: duration, iso: P10D, counting: unstated }
    evidence: [{ url: 'https://example.org/a', exact: for ten days }]
`;
const parse = (yaml: string) => parseCurated(yaml, 'hafen.yaml');
const withReading = (from: string, to: string) => parse(`${HEAD}readings:\n${READING.replace(from, to)}`);

describe('curated readings', () => {
  test('what is left out is filled in', () => {
    const { curated, problems } = parse(`${HEAD}readings:\n${READING}`);
    expect(problems).toEqual([]);
    expect(curated?.agreement).toMatchObject({ id: 'hafen-1999', brokers: [], related: [], mentions: [], firstKnown: null });
    expect(curated?.window).toEqual({ from: '1999-01-01', to: '1999-02-01' });
    expect(curated?.readings).toEqual([
      {
        id: expect.stringMatching(/^rd-[0-9a-f]{12}$/),
        agreement: 'hafen-1999',
        element: 'duration',
        holder: 'AA',
        obliged: ['mutual'],
        value: { t: 'duration', iso: 'P10D', until: null, counting: 'unstated' },
        stance: 'asserts',
        spans: [],
        evidence: [{ url: 'https://example.org/a', exact: 'for ten days', anchored: false }],
        statements: [],
        speaker: null,
        authority: 'principal',
        mode: null,
        act: null,
        modality: [],
        language: 'en',
        originalLanguage: null,
        heldFrom: '1999-01-02',
        heldTo: null,
        knownFrom: '1999-01-02',
        knownTo: null,
        supersededBy: null,
        origin: 'curated',
        arrangement: null,
        confidence: 1,
        rule: 'curated',
      },
    ]);
  });

  test.for([
    ['element: duration', 'element: length', 'TB_CURATED_SHAPE', 'element: must be one of'],
    ['P10D', 'ten days', 'TB_CURATED_SHAPE', 'must be a duration such as P30D'],
    ['{ t: duration', '{ t: dauer', 'TB_CURATED_SHAPE', 'value: t: must be one of objects'],
    ['iso: P10D,', 'iso: P10D, days: 10,', 'TB_CURATED_SHAPE', 'has a field "days"'],
    ['holder: AA', 'holder: AA\n    wahr: ja', 'TB_CURATED_SHAPE', 'has a field "wahr"'],
    ['holder: AA', 'holder: Das Land AA', 'TB_CURATED_SHAPE', 'holder: must be a code'],
    ["'1999-01-02'", "'1999-02-30'", 'TB_CURATED_SHAPE', 'heldFrom: must be a quoted date'],
    ["'1999-01-02'", "'02.01.1999'", 'TB_CURATED_SHAPE', 'heldFrom: must be a quoted date'],
    ["heldFrom: '1999-01-02'", "knownFrom: '1999-01-02'", 'TB_CURATED_SHAPE', 'heldFrom: must be a date'],
    ["heldFrom: '1999-01-02'", "heldFrom: '1999-01-02'\n    heldTo: '1999-01-02'", 'TB_CURATED_SHAPE', 'heldTo: must be later'],
    ['https://example.org/a', 'example.org', 'TB_CURATED_SHAPE', 'must be a public address'],
    ['for ten days', 'one two three four five six seven eight nine ten', 'TB_CURATED_QUOTE_LONG', 'quotes 10 words'],
    [READING.slice(READING.indexOf('    evidence')), '', 'TB_CURATED_EVIDENCE_MISSING', 'reading 1 has no evidence'],
  ] as const)('%j → %j is %s', ([from, to, code, words]) => {
    const { curated, problems } = withReading(from, to);
    expect(problems).toMatchObject([{ code, severity: 'error', line: 15 }]);
    expect(problems[0]?.message).toContain(words);
    expect(curated?.readings).toEqual([]);
  });

  test('object classes and acts are those of the ontology', () => {
    const value = (yaml: string) => withReading('{ t: duration, iso: P10D, counting: unstated }', yaml);
    expect(value('{ t: objects, include: [power_plant] }').curated?.readings[0]?.value).toEqual({
      t: 'objects',
      include: ['power_plant'],
      exclude: [],
      open: null,
    });
    expect(value('{ t: objects, include: [kraftwerk] }').problems[0]?.message).toContain('"kraftwerk" is no object class');
    expect(value('{ t: acts, prohibited: [attack] }').problems).toEqual([]);
    expect(value('{ t: acts, prohibited: [bite] }').problems[0]?.message).toContain('is no kind of act');
    expect(value('{ t: count, items: [{ n: 175, of: prisoner, perSide: true }] }').problems).toEqual([]);
    expect(value('{ t: count, items: [{ n: viele, of: prisoner }] }').problems[0]?.message).toContain('n: must be a whole number');
  });

  test('a wrong reading costs none of the others, and the same one twice is said', () => {
    const { curated, problems } = parse(`${HEAD}readings:\n${READING}${READING.replace('P10D', 'x')}${READING}`);
    expect(curated?.readings).toHaveLength(1);
    expect(problems.map((found) => [found.code, found.line])).toEqual([
      ['TB_CURATED_SHAPE', 20],
      ['TB_CURATED_SHAPE', 25],
    ]);
  });

  test('a silent reading needs no evidence', () => {
    const evidence = READING.slice(READING.indexOf('    evidence'));
    expect(withReading(evidence, '    stance: silent\n').problems).toEqual([]);
  });

  test.for([
    ['agreement: [\nreadings: []', 'TB_CURATED_BROKEN'],
    ['', 'TB_CURATED_SHAPE'],
    ['readings: []', 'TB_CURATED_SHAPE'],
    [`${HEAD}`, 'TB_CURATED_SHAPE'],
    [`${HEAD}readings: []\nnotes: x`, 'TB_CURATED_SHAPE'],
    [`${HEAD.replace('kind: ceasefire', 'kind: peace')}readings: []`, 'TB_CURATED_SHAPE'],
    [`${HEAD.replace("from: '1999-01-01', ", '')}readings: []`, 'TB_CURATED_SHAPE'],
    [`${HEAD.replace(/defaults.*/, 'defaults: [x]')}readings: []`, 'TB_CURATED_SHAPE'],
  ] as const)('the file %j is %s', ([yaml, code]) => {
    expect(parse(yaml)).toMatchObject({ curated: null, problems: [{ code, file: 'hafen.yaml' }] });
  });

  test('a file that cannot be read is a problem, not an exception', async () => {
    expect((await readCurated('weg.yaml', nodeFiles)).problems).toMatchObject([{ code: 'TB_FILE_UNREADABLE' }]);
  });

  test('no text throws', () => {
    const line = fc.constantFrom(...HEAD.split('\n'), ...READING.split('\n'), 'readings:', '- x', '&a [*a]', '? {', '\t');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(line, { maxLength: 25 }).map((lines) => lines.join('\n')),
        ),
        (yaml) => {
          const { curated, problems } = parse(yaml);
          expect(curated !== null || problems.length > 0).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  const folder = new URL('../../data/agreements/', import.meta.url).pathname;
  test.for(readdirSync(folder).filter((name) => name.endsWith('.yaml')))('data/agreements/%s is valid', (name) => {
    const yaml = readFileSync(folder + name, 'utf8');
    const { curated, problems } = parseCurated(yaml, name);
    expect(problems).toEqual([]);
    expect(curated?.readings.length).toBe(yaml.match(/^ {2}- element:/gm)?.length);
  });
});
