import type { Hono } from 'hono';
import { makeDesk } from '../../src/app/desk.ts';
import { type Material, readMaterial } from '../../src/app/read-book.ts';
import { nodeFiles } from '../../src/feeds/index.ts';
import type { Report } from '../../src/model/index.ts';
import { annotate } from '../../src/text/pipeline.ts';
import { makeApp } from '../../src/web/app.tsx';
import { readAssets } from '../../src/web/assets.ts';

const example = new URL('../../examples/energy-halt-2025/', import.meta.url).pathname;

/** Material of a folder, read once by each test file. */
export const exampleMaterial = (path: string = example): Promise<Material> => readMaterial([path], nodeFiles);

/** Material of reports made in a test. */
export const materialOf = (reports: readonly Report[]): Material => ({
  reports,
  annotations: reports.map((report) => annotate(report)),
  curated: [],
  corrections: [],
  problems: [],
});

/** The pages over some material; a fault while a page is made fails the test. */
export function appOf(material: Material): Hono {
  return makeApp({
    desk: makeDesk(material),
    profile: 'internal',
    language: 'de',
    now: () => '2025-04-20T10:00:00.000Z',
    assets: readAssets(),
    failed: (fault) => {
      throw fault;
    },
  });
}
