import { LineCounter, parseDocument } from 'yaml';
import { type Problem, problem } from '../errors.ts';
import { ACT_CODES, OBJECT_CODES } from '../model/index.ts';
import { binaryKind } from './binary.ts';
import { address } from './curated.ts';
import { type Checked, code, date, type Field, listOf, ok, oneOf, orNull, recordOf, wrong } from './curated-value.ts';
import { decode } from './decode.ts';
import { type FileAccess, reasonOf } from './file-access.ts';
import { parseJson } from './json-reports.ts';

/** One incident as its file tells it: no site, no position, nothing of damage; who says who did it, never who did it. */
export interface StatedIncident {
  readonly id: string;
  readonly from: string;
  readonly to: string | null;
  /** Code of the state, as recognised by the United Nations General Assembly; null if the place is unknown. */
  readonly territory: string | null;
  /** ISO 3166-2 code of the region, the finest place that is kept. */
  readonly place: string | null;
  readonly claimedBy: readonly string[];
  readonly domain: 'land' | 'air' | 'sea' | null;
  readonly objects: readonly string[];
  readonly act: string;
  /** To whom it is attributed, and by whom; null if to nobody. */
  readonly by: string | null;
  readonly attributedBy: readonly string[];
  readonly sources: readonly string[];
}

/** A file of incidents as it was read. */
export interface Incidents {
  readonly incidents: readonly StatedIncident[];
  readonly problems: readonly Problem[];
}

const region: Field<string> = (given) =>
  typeof given === 'string' && /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(given)
    ? ok(given)
    : wrong('must be a region in ISO 3166-2, such as "UA-63"; nothing finer is kept');
const codeOf =
  (codes: readonly string[], kind: string): Field<string> =>
  (given) => {
    const found = codes.find((entry) => entry === given);
    return found === undefined ? wrong(`${JSON.stringify(given)?.slice(0, 60) ?? 'nothing'} is no ${kind} of the ontology`) : ok(found);
  };
const act = codeOf(ACT_CODES, 'kind of act');

const FIELDS = {
  id: code,
  from: date,
  to: orNull(date),
  territory: orNull(code),
  place: orNull(region),
  claimedBy: listOf(code),
  domain: orNull(oneOf(['land', 'air', 'sea'])),
  objects: listOf(codeOf(OBJECT_CODES, 'object class')),
  // What incident tables report are attacks.
  act: (given) => (given === undefined ? ok('attack') : act(given)),
  by: orNull(code),
  attributedBy: listOf(code),
  sources: listOf(address),
} satisfies Record<keyof StatedIncident, Field>;

/** Fields that other tables of incidents have and that must not be carried on, whatever their language. */
const TOO_FINE =
  /^(?:lat|lon|lng|latitude|longitude|coord\w*|position|geo\w*|point|wkt|address|street|site\w*|facility|plant|name|title|settlement|city|town|village|damage\w*|capacity|outage\w*|casualt\w*|killed|injured|deaths|effect\w*|impact\w*|weapon\w*|unit|photo\w*|image\w*|video\w*)$/i;

function faultOf({ from, to, by, attributedBy, place, territory }: StatedIncident): string | null {
  if (to !== null && to < from) return 'to: must not be before from';
  if (by !== null && attributedBy.length === 0) return 'attributedBy: must say who attributes it';
  if (by === null && attributedBy.length > 0) return 'by: must say to whom it is attributed';
  if (place !== null && territory === null) return 'territory: must be given where a place is';
  return null;
}

/** Reads a JSON list of incidents, or an object with `incidents`; one that is wrong is named with its line, the others are kept. */
export function parseIncidents(json: string, file: string): Incidents {
  const parsed = parseJson(json, file, 'TB_INCIDENTS_BROKEN');
  if ('problem' in parsed) return { incidents: [], problems: [parsed.problem] };
  const root = parsed.value;
  const inner: unknown = typeof root === 'object' && root !== null && 'incidents' in root ? root.incidents : root;
  if (!Array.isArray(inner)) {
    return { incidents: [], problems: [problem('TB_INCIDENTS_BROKEN', { reason: 'it holds no list of incidents' }, { file })] };
  }
  const lineOf = lineFinder(json, Array.isArray(root) ? [] : ['incidents']);
  const incidents = new Map<string, StatedIncident>();
  const problems: Problem[] = [];
  for (const [index, given] of inner.entries()) {
    const number = String(index + 1);
    const at = (): { file: string; line?: number } => ({ file, ...lineOf(index) });
    const fine = typeof given === 'object' && given !== null ? Object.keys(given).find((name) => TOO_FINE.test(name)) : undefined;
    if (fine !== undefined) {
      problems.push(problem('TB_INCIDENT_TOO_FINE', { number, field: fine }, at()));
      continue;
    }
    const checked = recordOf(FIELDS)(given) as Checked<StatedIncident>;
    const reason = 'reason' in checked ? checked.reason : faultOf(checked.value);
    if ('reason' in checked || reason !== null) problems.push(problem('TB_INCIDENT_SHAPE', { number, reason: reason ?? '' }, at()));
    else if (incidents.has(checked.value.id)) problems.push(problem('TB_INCIDENT_TWICE', { id: checked.value.id }, at()));
    else incidents.set(checked.value.id, checked.value);
  }
  return { incidents: [...incidents.values()], problems };
}

/** JSON is YAML, whose parser knows lines; it is asked only when something is wrong, since it is slow on long files. */
function lineFinder(json: string, path: readonly string[]): (index: number) => { readonly line?: number } {
  let found: ((index: number) => { readonly line?: number }) | null = null;
  return (index) => {
    if (found === null) {
      const lines = new LineCounter();
      const document = parseDocument(json, { lineCounter: lines, logLevel: 'silent' });
      found = (wanted) => {
        const node: unknown = document.getIn([...path, wanted], true);
        const range: unknown = typeof node === 'object' && node !== null && 'range' in node ? node.range : null;
        return Array.isArray(range) && typeof range[0] === 'number' ? { line: lines.linePos(range[0]).line } : {};
      };
    }
    return found(index);
  };
}

/** Reads one file of incidents. */
export async function readIncidents(path: string, files: FileAccess): Promise<Incidents> {
  let bytes: Uint8Array;
  try {
    bytes = await files.readFile(path);
  } catch (failure) {
    return { incidents: [], problems: [problem('TB_FILE_UNREADABLE', { reason: reasonOf(failure) }, { file: path })] };
  }
  const kind = binaryKind(bytes);
  if (kind) return { incidents: [], problems: [problem('TB_FILE_BINARY', { kind }, { file: path })] };
  return parseIncidents(decode(bytes).text, path);
}
