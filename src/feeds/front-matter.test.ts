import { describe, expect, test } from 'vitest';
import { cutFrontMatter } from './front-matter.ts';

const cut = (text: string) => cutFrontMatter(text, 'bericht.txt');

describe('cutFrontMatter', () => {
  test('the fields are taken and the body is left as it is', () => {
    const body = '\r\n  Erste Zeile\r\n---\r\nLetzte ';
    const {
      fields,
      body: found,
      problems,
    } = cut(`---\r\ndate: 18.03.2025\r\noutlet: Musterkurier\r\nlanguage: de-CH\r\ntags: [a, b]\r\n---\r\n${body}`);
    expect(found).toBe(body);
    expect(fields).toEqual({ date: '2025-03-18', outlet: 'Musterkurier', url: null, language: 'de', title: null });
    expect(problems).toEqual([]);
  });

  test('an empty block is cut, and "..." closes one too', () => {
    expect(cut('---\n---\nText').body).toBe('Text');
    expect(cut('---\ntitle: Ein Titel\n...\nText')).toMatchObject({ body: 'Text', fields: { title: 'Ein Titel' } });
    expect(cut('---\rdate: 2025-03\r---\rText')).toMatchObject({ body: 'Text', fields: { date: '2025-03' } });
  });

  test.for([
    'Text\n---\ndate: 2025-03\n---\n',
    '---\nEin Absatz zwischen zwei Strichen.\n---\nText',
    '---\nEin Strich am Anfang.',
    '----\na: b\n---\n',
    '',
  ])('%j has none', (text) => expect(cut(text)).toMatchObject({ body: text, broken: false, problems: [] }));

  test('what cannot be read is rejected with its line', () => {
    const line = (text: string) => cut(text).problems.map((found) => [found.code, found.line]);
    expect(line('---\ndate: 2025-03-18\noutlet: "offen\n---\nText')).toEqual([['TB_FRONT_MATTER_BROKEN', 3]]);
    expect(line('---\ndate: 2025-03-18\nText ohne Ende')).toEqual([['TB_FRONT_MATTER_BROKEN', 1]]);
    expect(cut('---\ndate: [\n---\nText').broken).toBe(true);
  });

  test('a date that is none is named with its line, and the report is still read', () => {
    const { problems, body, fields } = cut('---\noutlet: Musterkurier\ndate: 2025-02-30\n---\nText');
    expect(problems).toMatchObject([{ code: 'TB_DATE_INVALID', line: 3, severity: 'error', message: 'The date "2025-02-30" is no date.' }]);
    expect([body, fields.date, fields.outlet]).toEqual(['Text', null, 'Musterkurier']);
  });

  test('fields that make no sense are ignored aloud', () => {
    const { problems, fields } = cut(`---\nlanguage: Deutsch\noutlet: [a]\ntitle: ${'x'.repeat(2001)}\nurl: 7\n---\nText`);
    expect(problems.map((found) => [found.code, found.severity, found.line])).toEqual([
      ['TB_FIELD_IGNORED', 'warning', 2],
      ['TB_FIELD_IGNORED', 'warning', 3],
      ['TB_FIELD_IGNORED', 'warning', 4],
    ]);
    expect(fields).toEqual({ date: null, outlet: null, url: '7', language: null, title: null });
  });

  test('aliases that multiply are refused, not unfolded', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x]',
      ...'bcdefgh'.split('').map((key, at) => `${key}: &${key} [${`*${'abcdefgh'[at]}, `.repeat(8)}]`),
    ];
    expect(cut(`---\n${bomb.join('\n')}\n---\nText`)).toMatchObject({ broken: true, problems: [{ code: 'TB_FRONT_MATTER_BROKEN' }] });
  });
});
