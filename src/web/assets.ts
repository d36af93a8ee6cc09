import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { DrawnOutlines, MapView } from '../report/map/index.ts';
import { mapPictures } from './map-pictures.ts';

/** A style sheet or script as it is served; `href` changes with its content, so that it may be kept for good. */
export interface Asset {
  readonly name: string;
  readonly href: string;
  readonly type: string;
  readonly body: string;
}

/** Everything a page needs beside its HTML. */
export interface Assets {
  readonly style: Asset;
  /** Scripts by the name of their file; empty where the scripts have not been built. */
  readonly scripts: ReadonlyMap<string, Asset>;
  /** The base map by view: the picture that is served, and the outlines that areas are drawn from. */
  readonly maps: ReadonlyMap<MapView, { readonly picture: Asset; readonly outlines: DrawnOutlines }>;
  readonly byHref: ReadonlyMap<string, Asset>;
}

function assetOf(name: string, type: string, body: string): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10);
  return { name, href: `/assets/${hash}/${name}`, type, body };
}

/** Sheets in the order in which the browser reads them; they are served as one. */
function styleText(folder: URL): string {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .sort();
  // Comments and indentation are for whoever reads the sheets here.
  return names
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1');
}

/** Reads the assets once; run from the sources, the scripts are those of the last build. */
export function readAssets(): Assets {
  const style = assetOf('style.css', 'text/css; charset=utf-8', styleText(new URL('./style/', import.meta.url)));
  const built = [new URL('./client/', import.meta.url), new URL('../../dist/web/client/', import.meta.url)].find(
    (folder) => existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.js')),
  );
  const scripts = new Map(
    (built ? readdirSync(built) : [])
      .filter((name) => name.endsWith('.js'))
      .map((name) => [name, assetOf(name, 'text/javascript; charset=utf-8', readFileSync(new URL(name, built), 'utf8'))]),
  );
  const maps = new Map(
    [...mapPictures()].map(([view, { svg, outlines }]) => [view, { picture: assetOf(`map-${view}.svg`, 'image/svg+xml', svg), outlines }]),
  );
  const all = [style, ...scripts.values(), ...[...maps.values()].map(({ picture }) => picture)];
  return { style, scripts, maps, byHref: new Map(all.map((asset) => [asset.href, asset])) };
}
