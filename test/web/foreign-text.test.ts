import { beforeAll, describe, expect, test } from 'vitest';
import { makeReport } from '../../src/model/index.ts';
import { hasOddCharacters, piecesOf } from '../../src/web/odd-characters.ts';
import { appOf, materialOf } from './example-site.ts';

const SCRIPT = '<script>alert(1)</script>';
const SVG = '<svg onload=alert(2)><a href="javascript:alert(3)">x</a></svg>';
/** A text that tries everything: mark-up, hidden characters, a reversed stretch, and letters of another alphabet. */
const HOSTILE = [
  `Putin sagte, die Pause gelte „30 Tage ${SCRIPT} lang“.`,
  `Selenskyj sagte, die Pause bei Angriffen auf Energie\u200banlagen gelte \u202e„ab dem 18. März“\u202c ${SVG}.`,
  'Leavitt sagte: „Die Waffenruhe gilt für die Ukr\u0430ine.“ "><img src=x onerror=alert(4)>',
].join('\n\n');

const app = appOf(
  materialOf([
    makeReport('<b>01</b>', HOSTILE, {
      date: '2025-03-18',
      outlet: `Bote ${SCRIPT}`,
      title: `Titel ${SVG}\u202eegarF`,
      url: 'javascript:alert(5)',
    }),
  ]),
);

let pages: ReadonlyMap<string, string> = new Map();
beforeAll(async () => {
  const found = new Map<string, string>();
  const queue = ['/?lang=de', '/sources?lang=de', '/replay?lang=de', '/tracks?lang=de'];
  for (let path = queue.shift(); path !== undefined && found.size < 40; path = queue.shift()) {
    if (found.has(path)) continue;
    const html = await (await app.request(path)).text();
    found.set(path, html);
    // Data for programs keeps every byte; pages are what a person looks at.
    for (const [, href = ''] of html.matchAll(/ href="(\/(?:s|a|sources)\/[^"#?]*\?lang=de)(?:#[^"]*)?"/g))
      if (!/\.(?:json|csv|md)\?/.test(href)) queue.push(href.replaceAll('&amp;', '&'));
  }
  pages = found;
});

describe('text of others', () => {
  test('is nowhere mark-up, attribute or address', () => {
    expect(pages.size).toBeGreaterThan(6);
    for (const [path, html] of pages) {
      expect(html, path).not.toMatch(/<script>alert|<svg onload|<img src=x|<b>01/);
      expect(html, path).not.toMatch(/href="\s*javascript:/i);
      // What is escaped once and shown is right; what is left over of a tag in an attribute is not.
      expect(html, path).not.toMatch(/<[^>"]*(?:"[^"]*"[^>"]*)*\son\w+=/);
    }
  });

  test('shows what cannot be seen, and lets nothing turn the direction of the page', () => {
    const report = [...pages].find(([path]) => path.startsWith('/sources/'))?.[1] ?? '';
    expect(report).toContain('aria-label="unsichtbares Zeichen U+200B"');
    expect(report).toContain('Zeichen U+202E, das die Schreibrichtung umkehrt');
    expect(report).toContain('U+0430: ein Zeichen aus der Schrift „Cyrillic“');
    for (const [path, html] of pages) expect(html, path).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]/);
  });
});

describe('pieces of a text', () => {
  test('join to what there is, and plain text is one piece', () => {
    expect(piecesOf('Waffenruhe für Energieanlagen – 30 Tage')).toEqual([
      { kind: 'plain', text: 'Waffenruhe für Energieanlagen – 30 Tage' },
    ]);
    expect(piecesOf('a\u202eb\ufeffc').map((piece) => ('text' in piece ? piece.text : piece.code))).toEqual([
      'a',
      'U+202E',
      'b',
      'U+FEFF',
      'c',
    ]);
  });

  test('letters of two alphabets in one word are marked, two languages side by side are not', () => {
    expect(hasOddCharacters('Kyjiw (Київ), Москва und Moskau')).toBe(false);
    expect(piecesOf('Pu\u0442in').find(({ kind }) => kind === 'lookalike')).toMatchObject({ script: 'Cyrillic', code: 'U+0442' });
  });

  test('an unpaired surrogate and a control character are shown by their number', () => {
    expect(piecesOf('x\ud800y\u0007').filter(({ kind }) => kind === 'control')).toEqual([
      { kind: 'control', code: 'U+D800' },
      { kind: 'control', code: 'U+0007' },
    ]);
  });
});
