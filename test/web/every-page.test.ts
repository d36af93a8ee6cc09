import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readAssets } from '../../src/web/assets.ts';
import { appOf, crawl, exampleMaterial } from './example-site.ts';

/** Kilobytes over the wire that a page may take. */
const MOST = { html: 15, style: 8, script: 20 } as const;
/** Pages of one kind and with the same parameters that are looked at. */
const MOST_OF_A_KIND = 2;
const kilobytes = (body: string): number => gzipSync(body).length / 1024;

const seeds = new URL('../../../shared/seeds/', import.meta.url).pathname;
const hasSeeds = existsSync(seeds);
if (!hasSeeds) process.stderr.write('SKIPPED: the pages of the five reports, ../shared/seeds is not here\n');

const books = [
  { name: 'the example', path: undefined, languages: ['de', 'en'] },
  ...(hasSeeds ? [{ name: 'the five reports', path: seeds, languages: ['de'] }] : []),
];

describe.for(books)('the pages of $name', ({ path, languages }) => {
  test.for(languages)('lead nowhere that is not there, and are small (%s)', async (language) => {
    const pages = await crawl(appOf(await exampleMaterial(path)), [`/?lang=${language}`], MOST_OF_A_KIND);
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
