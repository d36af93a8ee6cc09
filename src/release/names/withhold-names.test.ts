import { describe, expect, test } from 'vitest';
import type { WithheldName } from '../../model/index.ts';
import { nameFilter, withholdNames } from './withhold-names.ts';

const name = (kind: WithheldName['kind'], ...spellings: string[]): WithheldName => ({
  kind,
  spellings,
  territory: 'UA',
  operator: null,
  namedBy: null,
});
// Invented places and firms, built like real ones.
const NAMES = [
  name('settlement', 'Кремочук', 'Кремочуг'),
  name('settlement', 'Хорилів'),
  name('settlement', 'Жостомель'),
  name('settlement', 'Сума'),
  name('settlement', 'Харків'),
  name('settlement', 'Київ'),
  name('settlement', 'Біла Казка'),
  name('site', 'Тримільська ТЕС'),
  name('site', 'Київська ГЕС'),
  name('site', 'Сумська ТЕЦ'),
  name('site', 'Krasnowal oil refinery'),
  name('site', 'Запорізька АЕС', 'Zaporizhzhia NPP'),
  name('operator', 'Wolgaatom'),
  name('operator', 'DTQ Energy'),
];
const filter = nameFilter(NAMES);

describe('every way of writing a name', () => {
  test.for([
    // Transliterations of German, English, Russian and science.
    'Kremotschuk',
    'Kremochuk',
    'Kremočuk',
    'Кремочуг',
    'Kremotschug',
    'Horyliv',
    'Khoryliv',
    'Choryliw',
    'Zhostomel',
    'Schostomel',
    'Žostomel’',
    'Жостомель',
    'Trimilska TES',
    // Cases, adjectives, people.
    'Кремочука',
    'Кремочуці',
    'кремочуцький',
    'Kremotschuks',
    'Kremotschuker',
    'Хорилова',
    'Жостомеля',
    'Тримільської',
    'Тримілля',
    'Trymillia',
    // Hidden in the writing.
    'KREMOCHUK',
    'Kremo\u200bchuk',
    'Kremo\u00adchuk',
    'Kremo&shy;chuk',
    'Krem&#111;chuk',
    'Kre-\nmochuk',
    'K r e m o c h u k',
    'K.r.e.m.o.c.h.u.k',
    'Krеmосhuk',
    'Кremochuk',
    'Kremöchük',
    'Krem0chuk',
    'Ｋｒｅｍｏｃｈｕｋ',
    'Kremochukraffinerie',
    'Kremotschuk-Raffinerie',
    '#kremochuk',
    'kremochuk_2025',
    'Біла\u00a0Казка',
    'Білої Казки',
    'Bila Kazka',
    'Krasnowal',
    'Krasnoval Refinery',
    'Красновал',
    'Wolgaatoms',
    'Volgaatom',
    'Волгаатом',
    'DTQ',
    'AKW Saporischschja',
    'Zaporizhzhia nuclear plant',
    'Запорізької АЕС',
    'Харкова',
    'Charkiw',
    'das Werk in Kyjiw',
  ])('%s', (written) => {
    const { text, count } = filter(`In der Nacht wurde ${written} getroffen.`);
    expect(text).toMatch(/^In der Nacht wurde .{0,12}\[…\].{0,14} getroffen\.$/s);
    expect(count).toBeGreaterThan(0);
    expect(filter(text).count).toBe(0);
  });
});

test.for([
  'Kyjiw sagt, die Raffinerie sei getroffen worden.',
  'In der Oblast Saporischschja herrscht Ruhe.',
  'Kiew teilt mit: Oblast Charkiw, Харківська область.',
  'Kyjiwer Gebiet und Gebiet Sumy, Київська область.',
  'Die Summe der Angriffe ist hoch.',
  'The power plant and the substation of the region were attacked.',
  'Белая ночь, сказка и зима.',
  'Die Energieversorgung in der Ukraine, sagt DTEK nicht.',
  'He said so twice; nobody asked for more.',
  '',
])('nothing is taken out of: %s', (text) => {
  expect(filter(text)).toEqual({ text, count: 0 });
});

test('a name is lifted by the state of its territory or its operator alone', () => {
  const one = name('site', 'Krasnowal refinery');
  const by = (who: string): WithheldName => ({ ...one, operator: 'Krasnowal AG', namedBy: { by: who, statement: 'stmt-1' } });
  expect(withholdNames('Krasnowal burns.', [by('RU')]).count).toBe(1);
  expect(withholdNames('Krasnowal burns.', [by('UA')]).count).toBe(0);
  expect(withholdNames('Krasnowal burns.', [by('Krasnowal AG')]).count).toBe(0);
  expect(withholdNames('Krasnowal burns.', [{ ...one, territory: null, operator: null, namedBy: { by: '', statement: 'x' } }]).count).toBe(
    1,
  );
});

test('what is taken out is one passage', () => {
  expect(filter('Das Tanklager Krasnowal oil refinery brennt.').text).toBe('Das Tanklager […] brennt.');
});
