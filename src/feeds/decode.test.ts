import { describe, expect, test } from 'vitest';
import { binaryKind } from './binary.ts';
import { decode, statedCharset } from './decode.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

describe('decode', () => {
  test('UTF-8 loses its mark and nothing else', () => {
    const text = 'Zeile\r\nzwei\rdrei\u0000\u200b „Zitat“';
    expect(decode(Buffer.from(`\ufeff${text}`))).toEqual({ text, encoding: 'UTF-8', guessed: false, damaged: 0 });
    expect(decode(Buffer.from(`\ufeff\ufeff${text}`)).text).toBe(`\ufeff${text}`);
  });

  test('UTF-16 is read by its mark, in either order', () => {
    const little = Buffer.from('\ufeffWaffenruhe „hält“', 'utf16le');
    expect(decode(little)).toMatchObject({ text: 'Waffenruhe „hält“', encoding: 'UTF-16LE', guessed: false });
    expect(decode(Buffer.from(little).swap16())).toMatchObject({ text: 'Waffenruhe „hält“', encoding: 'UTF-16BE' });
  });

  test('half a character at the end of UTF-16 is counted as damage', () => {
    expect(decode(Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x42]))).toEqual({
      text: 'A\ufffd',
      encoding: 'UTF-16LE',
      guessed: false,
      damaged: 1,
    });
  });

  test('Windows-1252 is guessed, its quotation marks and dashes right', () => {
    expect(decode(latin('Der Sprecher: \x84Wir pr\xfcfen\x93 \x96 f\xfcr 5 \x80'))).toEqual({
      text: 'Der Sprecher: „Wir prüfen“ – für 5 €',
      encoding: 'Windows-1252',
      guessed: true,
      damaged: 0,
    });
  });

  test('one broken byte does not turn a UTF-8 report into gibberish', () => {
    const bytes = Buffer.concat([Buffer.from('Gespräche über Waffenruhe '), Buffer.from([0xff]), Buffer.from(' in Genf, für März')]);
    expect(decode(bytes)).toMatchObject({ text: 'Gespräche über Waffenruhe \ufffd in Genf, für März', encoding: 'UTF-8', damaged: 1 });
  });

  test('a page says its encoding, and clean UTF-8 is believed before it', () => {
    const cyrillic = Buffer.from([0xcf, 0xe5, 0xf0, 0xe5, 0xec, 0xe8, 0xf0, 0xe8, 0xe5]);
    expect(decode(cyrillic, 'windows-1251')).toMatchObject({ text: 'Перемирие', encoding: 'windows-1251', guessed: false });
    expect(decode(latin('gr\xfcn \x96'), 'iso-8859-1')).toMatchObject({ text: 'grün –', guessed: false });
    expect(decode(Buffer.from('grün'), 'iso-8859-1')).toMatchObject({ text: 'grün', encoding: 'UTF-8' });
    expect(decode(latin('gr\xfcn'), 'no-such-charset')).toMatchObject({ text: 'grün', guessed: true });
  });

  test('the stated encoding is found in both forms of the meta element', () => {
    expect(statedCharset(Buffer.from('<meta charset="ISO-8859-1">'))).toBe('iso-8859-1');
    expect(statedCharset(Buffer.from("<META http-equiv='Content-Type' content='text/html; charset=windows-1251'>"))).toBe('windows-1251');
    expect(statedCharset(Buffer.from('<p>charset=koi8-r</p>'))).toBeNull();
  });
});

describe('binaryKind', () => {
  test.for([
    ['%PDF-1.7', 'a PDF'],
    ['PK\x03\x04rest', 'a ZIP, Word or spreadsheet file'],
    ['\x89PNG\r\n', 'a PNG image'],
    ['{\\rtf1\\ansi', 'a rich-text (RTF) file'],
    ['a\0b\0c\0d\0e\0', 'UTF-16 text without a byte order mark'],
    ['\0a\0b\0c\0d\0e', 'UTF-16 text without a byte order mark'],
    ['ab\0\0\0\0\0\0cdefghijklmnop', 'binary data'],
    ['\x01\x02\x03\x04\x05\x06\x0e\x0f\x10\x11', 'binary data'],
  ] as const)('%j is %s', ([bytes, kind]) => expect(binaryKind(latin(bytes))).toBe(kind));

  test('a report with a stray NUL is text', () => {
    expect(binaryKind(latin(`Die Waffenruhe\0 h\xe4lt. ${'Wort '.repeat(60)}`))).toBeNull();
    expect(binaryKind(new Uint8Array())).toBeNull();
  });
});
