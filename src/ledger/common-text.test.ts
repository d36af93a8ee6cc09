import { expect, test } from 'vitest';
import type { Reading, ReadingValue } from '../model/index.ts';
import { commonText } from './common-text.ts';
import { sampleAgreement, sampleReading } from './sample-reading.ts';

const consent = (holder: string, commitment: string, polarity: 'pos' | 'neg' = 'pos'): Reading =>
  sampleReading({ holder, element: 'parties_and_signatories', value: { t: 'parties', parties: [holder], commitment, polarity } });
const clauseOf = (...readings: readonly Reading[]) => commonText(sampleAgreement({}), readings)[0];
const commitmentOf = (value: ReadingValue | null | undefined) => (value?.t === 'parties' ? value.commitment : null);

test.for([
  ['ready', 'agreed', 'ready', 'agreed'],
  ['signed', 'agreed_in_principle', 'agreed_in_principle', 'signed'],
  ['agreed', 'agreed', 'agreed', 'agreed'],
  ['rejected', 'agreed', null, null],
  ['not_reached', 'ready', null, null],
] as const)('%s and %s share %s, and together hold %s', ([ours, theirs, meet, union]) => {
  const clause = clauseOf(consent('RU', ours), consent('UA', theirs));
  expect([commitmentOf(clause?.meet), commitmentOf(clause?.union)]).toEqual([meet, union]);
});

test('who consents is named together; a denial is joined with nothing', () => {
  expect(clauseOf(consent('RU', 'agreed'), consent('UA', 'ready'))?.meet).toMatchObject({ parties: ['RU', 'UA'] });
  expect(clauseOf(consent('RU', 'agreed'), consent('UA', 'agreed', 'neg'))?.meet).toBeNull();
});

test('an open end is shared only where every version has one', () => {
  const objects = (holder: string, open: string | null): Reading =>
    sampleReading({ holder, value: { t: 'objects', include: ['energy_infrastructure'], exclude: [], open } });
  expect(clauseOf(objects('RU', 'and others'))?.meet).toMatchObject({ open: 'and others' });
  expect(clauseOf(objects('RU', 'and others'), objects('UA', 'and more'))?.meet).toMatchObject({ open: 'and others' });
  const clause = clauseOf(objects('RU', 'and others'), objects('UA', null));
  expect([clause?.meet, clause?.union]).toMatchObject([{ open: null }, { open: 'and others' }]);
});

test('a clause names who says nothing of it, and what nobody says is no clause', () => {
  const clauses = commonText(sampleAgreement({}), [sampleReading({})]);
  expect(clauses).toHaveLength(1);
  expect(clauses[0]).toMatchObject({ element: 'protected_objects', holders: ['RU'], missing: ['UA'], agreed: false });
  expect(clauses[0]?.meet).toEqual(clauses[0]?.union);
});
