import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readArticle } from './html-article.ts';
import { shapeFault } from './html-shape.ts';

const paragraph = (text: string): string =>
  `<p>${text} ${'Dazu berieten die Unterhändler den ganzen Tag, und am Abend ging jeder nach Hause. '.repeat(3)}</p>`;
const body = `<h1>Pause am Fluss</h1>${paragraph('Erster Absatz.')}<!-- Notiz -->${paragraph('Zweiter <b>Absatz</b>.<br>Neue Zeile.')}`;
const page = (head: string, lang = 'de-AT'): string =>
  `<!doctype html><html lang="${lang}"><head><title>Pause am Fluss</title>${head}</head><body><nav><a href="/">Start</a></nav><article>${body}</article><footer>Impressum</footer></body></html>`;

async function article(html: string) {
  const result = await readArticle(html);
  if (!('article' in result) || !result.article) throw new Error('no article');
  return result.article;
}

describe('readArticle', () => {
  test('paragraphs stay apart, the headline comes first, navigation is left out', async () => {
    const { text, fields } = await article(page(''));
    expect(text.split('\n\n').map((part) => part.slice(0, 15))).toEqual(['Pause am Fluss', 'Erster Absatz. ', 'Zweiter Absatz.']);
    expect(text).toContain('Zweiter Absatz.\nNeue Zeile.');
    expect(text).not.toMatch(/Start|Impressum|Notiz/);
    expect(fields).toMatchObject({ title: 'Pause am Fluss', language: 'de', date: null });
  });

  test.for([
    ['<meta property="article:published_time" content="2025-03-18T19:30:00+01:00">', '2025-03-18T19:30+01:00'],
    ['<meta name="date" content="2025-03-18">', '2025-03-18'],
    ['<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2025-03-17"}]}</script>', '2025-03-17'],
    ['<script type="application/ld+json">{kaputt</script><meta name="date" content="2025-03-18">', '2025-03-18'],
    ['<meta property="article:published_time" content="soeben"><meta name="date" content="2025-03-18">', '2025-03-18'],
  ] as const)('%s dates the page', async ([head, date]) => {
    expect((await article(page(head))).fields.date).toBe(date);
  });

  test('a time element dates the page where nothing else does', async () => {
    expect((await article(page('').replace('<article>', '<article><time datetime="2025-03-16">gestern</time>'))).fields.date).toBe(
      '2025-03-16',
    );
  });

  test('outlet and address are those the page states', async () => {
    const head = '<meta property="og:site_name" content="Musterkurier"><link rel="canonical" href="https://example.org/pause">';
    expect((await article(page(head))).fields).toMatchObject({ outlet: 'Musterkurier', url: 'https://example.org/pause' });
    const data = '<script type="application/ld+json">[{"publisher":{"name":"Beispielbote"},"headline":"Anderer Titel"}]</script>';
    expect((await article(page(data))).fields).toMatchObject({ outlet: 'Beispielbote', title: 'Anderer Titel' });
  });

  test('scripts do not run and nothing is loaded', async () => {
    const hostile =
      '<script>document.title = "gekapert"; document.body.innerHTML = "gekapert"</script><style>@import url(http://127.0.0.1:1/x.css); }}</style><img src=x onerror="document.title=1">';
    expect((await article(page(hostile))).text).not.toContain('gekapert');
  });

  test('a page without an article gives none', async () => {
    expect(await readArticle('<html><body></body></html>')).toEqual({ article: null });
    expect(await readArticle('')).toEqual({ article: null });
  });

  test.for([
    ['<div>'.repeat(300), 'its elements nest deeper than 250'],
    ['<table><tr><td>'.repeat(300), 'its elements nest deeper than 250'],
    ['<div/>'.repeat(20_000), 'its elements nest deeper than 250'],
    ['<p>x</p>'.repeat(30_001), 'it has more than 30000 elements'],
  ] as const)('a page that would take minutes is refused at once (%#)', async ([html, failure]) => {
    const before = performance.now();
    expect(await readArticle(html)).toEqual({ failure });
    expect(performance.now() - before).toBeLessThan(2000);
  });

  test('tags in any order throw nothing, and whatever is read is a text', async () => {
    const tag = fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<div>',
        '</div>',
        '<article>',
        '<table><tr>',
        '<td',
        '<br/>',
        '<svg><p>',
        '<template>',
        '<script>',
        '</script>',
        '<!--',
        '-->',
      ],
      ...[
        '<meta name="date" content="2025-03-18">',
        '<time datetime="x">',
        '<html lang="">',
        '<![CDATA[',
        '&amp',
        '&#0;',
        '\u0000',
        '\ud800',
        '"',
        '>',
      ],
      ...[
        '<script type="application/ld+json">[{"@graph":[[]]},null]</script>',
        '<style>@import "x"',
        'Ein Satz mit Komma, und mehr. ',
        '<frameset>',
      ],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(tag, { maxLength: 40 }), async (tags) => {
        const result = await readArticle(tags.join(''));
        if ('article' in result && result.article) expect(result.article.text.trim()).not.toBe('');
      }),
      { numRuns: 200 },
    );
  });

  test('long lists, unclosed paragraphs, comments and scripts do not count as depth', () => {
    expect(shapeFault(`<ul>${'<li>x'.repeat(1000)}`)).toBeNull();
    expect(shapeFault('<p>x'.repeat(1000))).toBeNull();
    expect(shapeFault(`<!-- ${'<div>'.repeat(1000)} -->`)).toBeNull();
    expect(shapeFault(`<script>${'"<div>"'.repeat(1000)}</script>`)).toBeNull();
    expect(shapeFault(`<svg>${'<path d="M0"/>'.repeat(1000)}</svg>`)).toBeNull();
    expect(shapeFault('<div><br></div>'.repeat(1000))).toBeNull();
  });
});
