import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Material } from '../../src/app/read-book.ts';
import { readAssets } from '../../src/web/assets.ts';
import { appOf, exampleMaterial } from './example-site.ts';

/** Kilobytes over the wire that a page may take. */
const MOST = { html: 15, style: 8, script: 20 } as const;
/** Pages of one kind and with the same parameters that are looked at. */
const MOST_OF_A_KIND = 2;
const kilobytes = (body: string): number => gzipSync(body).length / 1024;

const seeds = new URL('../../../shared/seeds/', import.meta.url).pathname;
const hasSeeds = existsSync(seeds);
if (!hasSeeds) process.stderr.write('SKIPPED: the pages of the five reports, ../shared/seeds is not here\n');

/** Every page that links lead to from the first one, in one language; of pages of one kind a few. */
async function pagesFrom(
  material: Material,
  start: string,
): Promise<ReadonlyMap<string, { readonly status: number; readonly html: string }>> {
  const app = appOf(material);
  const found = new Map<string, { readonly status: number; readonly html: string }>();
  const perKind = new Map<string, number>();
  const queue = [start];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const { pathname, searchParams } = new URL(path, 'http://localhost');
    const kind = `${pathname.replace(/\/(a|s|sources|report)\/[^/]+/, '/$1/*')} ${[...searchParams.keys()].join()}`;
    const seen = perKind.get(kind) ?? 0;
    if (found.has(path) || seen >= MOST_OF_A_KIND) continue;
    perKind.set(kind, seen + 1);
    const response = await app.request(path);
    const type = response.headers.get('content-type') ?? '';
    const html = await response.text();
    found.set(path, { status: response.status, html: type.startsWith('text/html') ? html : '' });
    for (const [, href = ''] of html.matchAll(/ href="(\/[^"#]*)(?:#[^"]*)?"/g)) {
      const target = href.replaceAll('&amp;', '&');
      if (
        type.startsWith('text/html') &&
        !target.startsWith('/assets/') &&
        new URL(target, 'http://localhost').searchParams.get('lang') === searchParams.get('lang')
      )
        queue.push(target);
    }
  }
  return found;
}

const books = [
  { name: 'the example', path: undefined, languages: ['de', 'en'] },
  ...(hasSeeds ? [{ name: 'the five reports', path: seeds, languages: ['de'] }] : []),
];

describe.for(books)('the pages of $name', ({ path, languages }) => {
  test.for(languages)('lead nowhere that is not there, and are small (%s)', async (language) => {
    const pages = await pagesFrom(await exampleMaterial(path), `/?lang=${language}`);
    expect(pages.size).toBeGreaterThan(30);
    const broken = [...pages].filter(([, { status }]) => status !== 200).map(([address, { status }]) => `${status} ${address}`);
    expect(broken).toEqual([]);
    const large = [...pages]
      .filter(([, { html }]) => kilobytes(html) > MOST.html)
      .map(([address, { html }]) => `${address} ${kilobytes(html).toFixed(1)}`);
    expect(large).toEqual([]);
    for (const [address, { html }] of pages) {
      if (html === '') continue;
      expect(html, address).toMatch(new RegExp(`^<!doctype html>\\n?<html lang="${language}"`));
      expect([...html.matchAll(/<h1[ >]/g)].length, `${address}: one heading of the first level`).toBe(1);
      // A daily report takes its rules along, under their hash; see its own test.
      const rest = address.startsWith('/report') ? html.replace(/<style>[^<]*<\/style>/, '') : html;
      expect(rest, `${address}: nothing inline`).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son\w+=|javascript:/i);
      expect(html, `${address}: no value that was not there`).not.toMatch(/\bundefined\b|\[object |NaN\b/);
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(ids.length, `${address}: ids are there once`).toBe(new Set(ids).size);
      for (const [, hash] of html.matchAll(/href="#([^"]+)"/g)) expect(ids, `${address}#${hash}`).toContain(hash);
    }
  });
});

test('the style sheet and all scripts together are small', () => {
  const { style, scripts } = readAssets();
  expect(kilobytes(style.body)).toBeLessThanOrEqual(MOST.style);
  expect(kilobytes([...scripts.values()].map(({ body }) => body).join('\n'))).toBeLessThanOrEqual(MOST.script);
  expect(scripts.size).toBeGreaterThan(0);
});
