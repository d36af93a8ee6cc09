import { posix } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Desk, makeDesk } from '../../src/app/desk.ts';
import { readIncidents } from '../../src/app/read-incidents.ts';
import { nodeFiles } from '../../src/feeds/index.ts';
import { makeReport } from '../../src/model/index.ts';
import { annotate } from '../../src/text/pipeline.ts';
import { makeApp } from '../../src/web/app.tsx';
import { readAssets } from '../../src/web/assets.ts';
import { type PublishedFile, publishSite } from '../../src/web/publish.ts';
import { exampleMaterial } from './example-site.ts';

const now = '2026-01-05T10:20:30.000Z';
let files: readonly PublishedFile[] = [];
const bodyOf = (path: string): string => files.find((file) => file.path === path)?.body ?? '';

beforeAll(async () => {
  const [material, tables] = await Promise.all([
    exampleMaterial(),
    readIncidents([new URL('../../examples/energy-halt-2025-incidents.csv', import.meta.url).pathname], nodeFiles, now),
  ]);
  const [last] = material.reports.toReversed();
  // Told a day before the pages are made: whatever it says of an attack waits.
  const fresh = makeReport(
    'fresh',
    'Das Verteidigungsministerium in Moskau warf der Ukraine vor, am 4. Januar 2026 ein Umspannwerk im Gebiet Belgorod mit Drohnen angegriffen zu haben.',
    { date: '2026-01-04', outlet: last?.outlet ?? null },
  );
  const withFresh = { ...material, reports: [...material.reports, fresh], annotations: [...material.annotations, annotate(fresh)] };
  const names = [{ kind: 'settlement', spellings: ['Dschidda'], territory: null, operator: null, namedBy: null }] as const;
  const desk = makeDesk(withFresh, { reports: tables.reports, names }, 'public', now);
  const saying = (words: string, { statements }: Desk): number =>
    [...statements.values()].filter(({ report }) => report.key === words).length;
  // The desk itself has them; the public has not.
  expect([saying('fresh', makeDesk(withFresh)), saying('fresh', desk)]).toEqual([1, 0]);
  const fail = (fault: unknown): never => {
    throw fault;
  };
  files = await publishSite(makeApp({ desk, profile: 'public', language: 'de', now: () => now, assets: readAssets(), failed: fail }));
}, 120_000);

describe('a published folder', () => {
  test('holds every kind of page in both languages, the style sheet and the base map', () => {
    const paths = files.map(({ path }) => path);
    for (const lang of ['de', 'en']) for (const page of ['', 'i/', 'compliance/']) expect(paths).toContain(`${lang}/${page}index.html`);
    expect(paths.filter((path) => /^en\/i\/[^/]+\/index\.html$/.test(path)).length).toBeGreaterThan(30);
    expect(paths.filter((path) => /^en\/a\/[^/]+\/index\.html$/.test(path)).length).toBeGreaterThan(1);
    expect(paths.some((path) => /^assets\/\w+\/style\.css$/.test(path))).toBe(true);
    expect(paths.some((path) => /^assets\/\w+\/map-\w+\.svg$/.test(path))).toBe(true);
    expect(paths).toContain('en/incidents.csv');
    expect(paths).toContain('en/i/from-40/index.html');
  });

  test('can be written: no file stands where another needs a folder', () => {
    const paths = new Set(files.map(({ path }) => path));
    const inTheWay = [...paths].filter((path) => path.split('/').some((_, i, parts) => i > 0 && paths.has(parts.slice(0, i).join('/'))));
    expect(inTheWay).toEqual([]);
  });

  test('every address in it is relative and leads to a file that is there', () => {
    const paths = new Set(files.map(({ path }) => path));
    const broken = files
      .filter(({ path }) => path.endsWith('.html'))
      .flatMap(({ path, body }) =>
        [...body.matchAll(/\s(?:href|src)="([^"]*)"/g)]
          .map((found) => found[1] ?? '')
          .filter((href) => !/^(?:https?:|data:|#)/.test(href))
          .filter((href) => href.startsWith('/') || !paths.has(posix.normalize(posix.join(posix.dirname(path), href.replace(/#.*$/, '')))))
          .map((href) => `${path}: ${href}`),
      );
    expect(broken).toEqual([]);
  });

  test('nothing in it needs a server or a script', () => {
    for (const { path, body } of files)
      if (path.endsWith('.html')) expect(/<form|<script|<button/.exec(body)?.[0] ?? null, path).toBeNull();
  });

  test('names that are withheld stand nowhere, and what was said of an attack within its embargo waits', () => {
    expect(files.filter(({ body }) => /dschidda/i.test(body)).map(({ path }) => path)).toEqual([]);
    expect(files.filter(({ body }) => /Umspannwerk im Gebiet Belgorod/.test(body)).map(({ path }) => path)).toEqual([]);
  });

  test('quotations leave without the sentences around them', () => {
    const pages = files.filter(({ path }) => /^de\/a\/[^/]+\/index\.html$/.test(path));
    expect(pages.length).toBeGreaterThan(1);
    for (const { body } of pages) expect(body).not.toContain('und dem Militär sofort einen entsprechenden Befehl erteilt.');
  });

  test('it has passed the gate: nothing is finer than a region, and the lag is stated', () => {
    expect(files.filter(({ body }) => /G25-[NS]\d/.test(body)).map(({ path }) => path)).toEqual([]);
    expect(bodyOf('en/i/index.html')).toContain('Complete before');
  });

  test('the same material gives the same paths, and no path leaves the folder', () => {
    for (const { path } of files) expect(path).not.toMatch(/(?:^|\/)\.\.(?:\/|$)|^\//);
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
  });
});
