import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readBaseMap } from '../../src/feeds/base-map.ts';
import { nodeFiles } from '../../src/feeds/node-files.ts';
import type { Incident } from '../../src/model/index.ts';
import { baseMapSvg, drawOutlines } from '../../src/report/map/base-layer.ts';
import { isInFrame, MAP_VIEWS } from '../../src/report/map/frame.ts';
import { type MapInput, mapSvg } from '../../src/report/map/map-svg.ts';
import { sampleIncident, sampleProfile, sampleReleased } from '../../src/report/sample-released.ts';
import type { Side } from '../../src/report/sides.ts';

const base = await readBaseMap(nodeFiles);
const near = drawOutlines(base, 'near');
const sides: readonly Side[] = [
  { code: 'AA', name: 'Aland', slot: 0 },
  { code: 'BB', name: 'Beland', slot: 1 },
];
const by = (...codes: string[]): { by: string[] } => ({ by: codes });
const incidents: readonly Incident[] = [
  sampleIncident({ id: 'a', place: { admin1: 'UA-63' }, attribution: by('AA') }),
  sampleIncident({ id: 'b', place: { admin1: 'UA-63' }, attribution: by('AA'), maybe: ['a-r'] }),
  sampleIncident({ id: 'c', place: { admin1: 'UA-63' }, attribution: by('BB') }),
  sampleIncident({ id: 'd', place: { admin1: 'RU-BEL' }, attribution: by('BB') }),
  sampleIncident({ id: 'e', place: { admin1: 'UA-65', cell: 'G25-N46.50-E032.50' }, attribution: by('AA', 'BB') }),
  sampleIncident({ id: 'f', place: { admin1: 'UA-40' }, attribution: by('Sample Wire') }),
  sampleIncident({ id: 'g', place: { territory: 'UA' }, attribution: by('AA') }),
  sampleIncident({ id: 'h', place: { domain: 'sea' }, attribution: by('BB') }),
  sampleIncident({ id: 'i', attribution: by('AA') }),
];

const draw = (fields: Partial<MapInput> = {}): ReturnType<typeof mapSvg> =>
  mapSvg({
    book: sampleReleased(incidents),
    outlines: near,
    sides,
    language: 'en',
    base: 'base.svg',
    linkTo: (group) => ('code' in group.key ? `?place=${group.key.code}` : null),
    id: 'm',
    ...fields,
  });

describe('the map of incidents', () => {
  // `UPDATE=1 npx vitest run test/report/map` rewrites it; look at it in a browser.
  test('looks as reviewed', () => {
    const path = new URL('../golden/map.svg', import.meta.url).pathname;
    const drawn = `${draw().svg.replaceAll('><', '>\n<')}\n`;
    if (process.env['UPDATE'] === '1' && !process.env['CI']) writeFileSync(path, drawn);
    expect(drawn).toBe(readFileSync(path, 'utf8'));
  });

  test('each place is a link that says where, who and how much', () => {
    const labels = [...draw().svg.matchAll(/<a class="place" href="([^"]+)" aria-label="([^"]+)"/g)].map(
      (found) => `${found[1]} ${found[2]}`,
    );
    expect(labels).toEqual([
      '?place=G25-N46.50-E032.50 a cell of 25 km in Kherson Oblast: Aland: 1 incident, Beland: 1 incident',
      '?place=RU-BEL Belgorod Oblast: Beland: 1 incident',
      '?place=UA-40 City of Sevastopol: Others: 1 incident',
      '?place=UA-63 Kharkiv Oblast: Aland: 1 to 2 incidents, Beland: 1 incident',
    ]);
  });

  test('what has no place, or only a state, stands beside it', () => {
    expect(draw().beside.map(({ key }) => key)).toEqual([{ kind: 'sea' }, { kind: 'state', code: 'UA' }, { kind: 'unknown' }]);
  });

  test('small numbers are ranges where the profile wants it', () => {
    const { svg } = draw({ book: sampleReleased(incidents, { profile: sampleProfile({ minimumCount: 5 }) }) });
    expect([...svg.matchAll(/dy=".35em">([^<]*)</g)].map((found) => found[1])).toEqual(Array(6).fill('1–4'));
  });

  test('how finely a place is known is drawn for the desk alone', () => {
    const desk = draw({ book: sampleReleased(incidents, { profile: sampleProfile({ id: 'internal' }) }) });
    expect(desk.svg).toContain('class="known"');
    expect(draw().svg).not.toContain('class="known"');
  });

  test('the sides swapped give the same picture with the shapes swapped', () => {
    const other = (code: string): string => ({ AA: 'BB', BB: 'AA' })[code] ?? code;
    const swapped = incidents.map((incident) => ({
      ...incident,
      attribution: { ...incident.attribution, by: incident.attribution.by.map(other).sort() },
    }));
    const turned = sides.map((side) => ({ ...side, code: other(side.code) }));
    expect(draw({ book: sampleReleased(swapped), sides: turned })).toEqual({
      ...draw(),
      shown: expect.anything(),
      beside: expect.anything(),
    });
  });

  test('shapes and directions tell the sides apart without colour', () => {
    const grey = draw().svg.replace(/var\([^)]*\)/g, 'grey');
    const shapes = [...grey.matchAll(/<path transform="translate\([^)]*\)" d="([^"]+)"/g)].map((found) => found[1]);
    expect(new Set(shapes).size).toBe(3);
    expect(new Set([...grey.matchAll(/<pattern id="[^"]*"(.*?)<\/pattern>/g)].map((found) => found[1])).size).toBe(3);
  });

  test('nothing in it is interactive inside an image, and no id stands twice', () => {
    const { svg } = draw();
    expect(svg).toMatch(/^<svg [^>]*role="group"/);
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map((found) => found[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('names are escaped', () => {
    const { svg } = draw({ sides: [{ code: 'AA', name: '<script>"', slot: 0 }] });
    expect(svg).not.toContain('<script');
  });
});

describe('the base map', () => {
  test.for(MAP_VIEWS)('%s is at most 45 KB as served', (view) => {
    expect(gzipSync(baseMapSvg(drawOutlines(base, view))).length).toBeLessThanOrEqual(45 * 1024);
  });

  test('a map of all 27 units takes at most 8 KB of a page', () => {
    const everywhere = near.regions
      .filter(({ territory }) => territory === 'UA')
      .map(({ code }) => sampleIncident({ id: code, place: { admin1: code }, attribution: by('AA', 'BB') }));
    const { svg, shown } = draw({ book: sampleReleased(everywhere) });
    expect(shown).toHaveLength(27);
    expect(gzipSync(svg).length).toBeLessThanOrEqual(8 * 1024);
  });

  test('every view shows all of Ukraine', () => {
    for (const view of MAP_VIEWS) {
      const { frame, lines, regions } = drawOutlines(base, view);
      const points = regions
        .filter(({ territory }) => territory === 'UA')
        .flatMap(({ rings }) => rings.flat(2))
        .flatMap((number) => lines[number < 0 ? ~number : number] ?? []);
      expect(points.filter((point) => !isInFrame(frame, point))).toEqual([]);
    }
  });
});
