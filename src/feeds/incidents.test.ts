import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseIncidents } from './incidents.ts';

const INCIDENT = { id: 'i1', from: '1999-01-05', territory: 'AA', objects: ['rail'] };
const parse = (...incidents: readonly unknown[]) => parseIncidents(JSON.stringify(incidents, null, 1), 'i.json');

describe('incidents from a file', () => {
  test('what is left out is filled in; an unnamed act is an attack', () => {
    const { incidents, problems } = parse(INCIDENT);
    expect(problems).toEqual([]);
    expect(incidents).toEqual([
      {
        ...INCIDENT,
        to: null,
        place: null,
        claimedBy: [],
        domain: null,
        act: 'attack',
        by: null,
        attributedBy: [],
        sources: [],
      },
    ]);
    expect(parseIncidents(JSON.stringify({ incidents: [INCIDENT] }), 'i.json').incidents).toEqual(incidents);
  });

  test.for([
    [{ from: '5.1.1999' }, 'TB_INCIDENT_SHAPE', 'from'],
    [{ from: undefined }, 'TB_INCIDENT_SHAPE', 'from'],
    [{ to: '1999-01-04' }, 'TB_INCIDENT_SHAPE', 'to: must not be before'],
    [{ place: 'Harbour quarter' }, 'TB_INCIDENT_SHAPE', 'nothing finer is kept'],
    [{ place: 'AA-1', territory: null }, 'TB_INCIDENT_SHAPE', 'territory'],
    [{ objects: ['castle'] }, 'TB_INCIDENT_SHAPE', 'no object class'],
    [{ act: 'magic' }, 'TB_INCIDENT_SHAPE', 'no kind of act'],
    [{ domain: 'space' }, 'TB_INCIDENT_SHAPE', 'domain'],
    [{ by: 'BB' }, 'TB_INCIDENT_SHAPE', 'attributedBy: must say who'],
    [{ attributedBy: ['AA'] }, 'TB_INCIDENT_SHAPE', 'by: must say'],
    [{ sources: ['a newspaper'] }, 'TB_INCIDENT_SHAPE', 'sources'],
    [{ remark: 'x' }, 'TB_INCIDENT_SHAPE', '"remark" that nobody reads'],
    [{ lat: 1.5 }, 'TB_INCIDENT_TOO_FINE', '"lat"'],
    [{ siteName: 'x' }, 'TB_INCIDENT_TOO_FINE', '"siteName"'],
    [{ damage_mw: 3 }, 'TB_INCIDENT_TOO_FINE', '"damage_mw"'],
    [{ Killed: 0 }, 'TB_INCIDENT_TOO_FINE', '"Killed"'],
  ] as const)('%j is %s', ([fields, code, reason]) => {
    const { incidents, problems } = parse(INCIDENT, { ...INCIDENT, id: 'i2', ...fields }, { ...INCIDENT, id: 'i3' });
    expect(incidents.map(({ id }) => id)).toEqual(['i1', 'i3']);
    expect(problems).toMatchObject([{ code, file: 'i.json', line: 10, severity: 'error' }]);
    expect(problems[0]?.message).toContain(reason);
  });

  test('an id that stands there twice, JSON that breaks, and JSON that is no list', () => {
    expect(parse(INCIDENT, INCIDENT).problems).toMatchObject([{ code: 'TB_INCIDENT_TWICE' }]);
    expect(parseIncidents('[\n{,}]', 'i.json').problems).toMatchObject([{ code: 'TB_INCIDENTS_BROKEN', line: 2 }]);
    for (const json of ['{}', '7', 'null', '{"incidents": 1}'])
      expect(parseIncidents(json, 'i.json').problems).toMatchObject([{ code: 'TB_INCIDENTS_BROKEN' }]);
  });

  test('no text throws, and every incident is read or named', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.jsonValue(), fc.constant(INCIDENT))), (given) => {
        const { incidents, problems } = parse(...given);
        expect(incidents.length + problems.length).toBe(given.length);
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => parseIncidents(text, 'i.json').incidents.length === 0));
  });
});
