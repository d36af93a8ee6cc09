import { LineCounter, parseDocument } from 'yaml';
import { type ErrorCode, type Problem, problem } from '../errors.ts';
import { type Agreement, type CuratedAgreement, ELEMENTS, idOf, type Reading, type ReadingValue, SPEECH_ACTS } from '../model/index.ts';
import { binaryKind } from './binary.ts';
import { type Checked, code, date, type Field, listOf, ok, oneOf, orNull, readingValue, recordOf, text, wrong } from './curated-value.ts';
import { decode } from './decode.ts';
import { type FileAccess, reasonOf } from './file-access.ts';

/** A file of curated readings as it was read; null if its agreement cannot be used at all. */
export interface Curated {
  readonly curated: CuratedAgreement | null;
  readonly problems: readonly Problem[];
}

/** Public evidence is cited with fewer words than this; more would be a copy of somebody's text. */
export const TOO_MANY_WORDS = 10;

/** How many words a citation has. */
export const countWords = (exact: string): number => exact.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

const unclear = <T extends string>(words: readonly T[]): Field<boolean | T> => {
  const word = oneOf(words);
  return (given) => (typeof given === 'boolean' ? ok(given) : word(given));
};

const cfClass: Field = (given) =>
  given === null || [1, 2, 3, 'limited_halt_of_attacks', 'humanitarian_pause', 'unclear'].includes(given as never)
    ? ok(given)
    : wrong('must be 1, 2, 3, limited_halt_of_attacks, humanitarian_pause, unclear or null');

/** The agreement's fields; `mentions` and `firstKnown` come from reports and are never written by hand. */
const agreementFields = recordOf({
  id: code,
  kind: oneOf([
    'limited_halt_of_attacks',
    'ceasefire',
    'maritime_truce',
    'humanitarian_pause',
    'prisoner_exchange',
    'peace_agreement',
    'support_and_intelligence',
    'security_guarantee',
    'sanctions',
    'economic_cooperation',
    'other',
  ]),
  track: oneOf([
    'roadmap',
    'prisoner_exchange',
    'support_and_intelligence',
    'sanctions',
    'security_guarantees',
    'maritime',
    'territory',
    'alliances',
    'economic_relations',
  ]),
  title: recordOf({ de: text, en: text }),
  cfClass,
  side: oneOf(['unilateral', 'bilateral', 'multilateral', 'parallel_unilateral', 'unclear']),
  partial: unclear(['unclear']),
  written: unclear(['unclear']),
  parties: listOf(code),
  brokers: listOf(code),
  mechanism: unclear(['unclear']),
  purposes: listOf(code),
  related: listOf(recordOf({ id: code, kind: oneOf(['predecessor', 'successor', 'stage_of', 'implements', 'amends']), rule: code })),
} satisfies Record<Exclude<keyof Agreement, 'mentions' | 'firstKnown'>, Field>);

/** An address that anybody can open. */
export const address: Field<string> = (given) =>
  typeof given === 'string' && /^https?:\/\/[^\s]+$/.test(given)
    ? ok(given)
    : wrong('must be a public address that begins with https:// or http://');

const orElse =
  <T>(field: Field<T>, otherwise: T): Field<T> =>
  (given) =>
    given === undefined ? ok(otherwise) : field(given);

/** The fields of a reading as written by hand; the rest is filled in. */
const READING_FIELDS = {
  element: oneOf(ELEMENTS),
  holder: code,
  value: readingValue,
  stance: orElse(oneOf(['asserts', 'implies', 'accepts_others', 'disputes', 'silent']), 'asserts'),
  authority: orElse(oneOf(['principal', 'spokesperson', 'official', 'adviser', 'anonymous', 'narration']), 'principal'),
  obliged: listOf(code),
  modality: listOf(oneOf(['future', 'conditional', 'hypothetical', 'negated', 'interrogative', 'historical', 'hedged'])),
  mode: orNull(oneOf(['direct', 'mixed', 'indirect', 'reported', 'free_indirect'])),
  act: orNull(oneOf(SPEECH_ACTS)),
  speaker: orNull(text),
  arrangement: orNull(text),
  heldFrom: orNull(date),
  heldTo: orNull(date),
  knownFrom: orNull(date),
  language: code,
  originalLanguage: orNull(code),
  evidence: listOf(recordOf({ url: address, exact: text })),
  note: orNull(text),
  towards: orNull(code),
  side: orNull(code),
} as const;

type Written = { readonly [F in keyof typeof READING_FIELDS]: (typeof READING_FIELDS)[F] extends Field<infer T> ? T : never };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fills in what a curated reading never states, and gives it the id that its content makes. */
function readingOf(agreement: string, written: Written): Reading {
  const { evidence, note, towards, side, ...fields } = written;
  return {
    id: idOf(
      'rd',
      agreement,
      fields.element,
      fields.holder,
      fields.arrangement,
      fields.heldFrom,
      JSON.stringify(fields.value),
      fields.stance,
    ),
    agreement,
    ...fields,
    value: fields.value as ReadingValue,
    evidence: evidence.map((entry) => ({ url: String(entry['url']), exact: String(entry['exact']), anchored: false })),
    knownFrom: fields.knownFrom ?? fields.heldFrom,
    spans: [],
    statements: [],
    knownTo: null,
    supersededBy: null,
    origin: 'curated',
    confidence: 1,
    rule: 'curated',
    ...(note === null ? {} : { note }),
    ...(towards === null ? {} : { towards }),
    ...(side === null ? {} : { side }),
  };
}

/** What the fields cannot say one by one: evidence where there is a position, few words of it, times in order. */
function faultOf(reading: Reading): { code: ErrorCode; values: Record<string, string> } | null {
  const shape = (reason: string) => ({ code: 'TB_CURATED_SHAPE', values: { reason } }) as const;
  if (reading.stance !== 'silent' && reading.evidence.length === 0) return { code: 'TB_CURATED_EVIDENCE_MISSING', values: {} };
  for (const { exact } of reading.evidence) {
    const words = countWords(exact);
    if (words >= TOO_MANY_WORDS) return { code: 'TB_CURATED_QUOTE_LONG', values: { count: String(words) } };
  }
  if (reading.heldFrom === null) return shape('heldFrom: must be a date');
  if (reading.heldTo !== null && reading.heldTo <= reading.heldFrom) return shape('heldTo: must be later than heldFrom');
  return null;
}

/** Reads the text of a curated file; a reading that is wrong is named with its line, and the others are kept. */
export function parseCurated(yaml: string, file: string): Curated {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, logLevel: 'silent' });
  const none = (code: ErrorCode, reason: string, line?: number): Curated => ({
    curated: null,
    problems: [problem(code, { reason }, { file, ...(line === undefined ? {} : { line }) })],
  });
  const [failure] = document.errors;
  if (failure) return none('TB_CURATED_BROKEN', failure.message.split(' at line ')[0] ?? failure.code, lines.linePos(failure.pos[0]).line);
  const lineOf = (...path: (string | number)[]): { line?: number } => {
    const node: unknown = document.getIn(path, true);
    const range = isRecord(node) && Array.isArray(node['range']) ? (node['range'] as readonly unknown[]) : [];
    return typeof range[0] === 'number' ? { line: lines.linePos(range[0]).line } : {};
  };
  let root: unknown;
  try {
    root = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return none('TB_CURATED_BROKEN', error instanceof Error ? error.message : 'its aliases cannot be resolved');
  }
  if (!isRecord(root)) return none('TB_CURATED_SHAPE', 'it is no record with "agreement" and "readings"');
  const extra = Object.keys(root).find((name) => !['agreement', 'window', 'defaults', 'readings'].includes(name));
  if (extra !== undefined) return none('TB_CURATED_SHAPE', `it has a field "${extra}" that nobody reads`, lineOf(extra).line);

  const agreement = agreementFields(root['agreement']);
  if ('reason' in agreement) return none('TB_CURATED_SHAPE', `agreement ${agreement.reason}`, lineOf('agreement').line);
  const window = orNull(recordOf({ from: date, to: date }))(root['window']);
  if ('reason' in window) return none('TB_CURATED_SHAPE', `window ${window.reason}`, lineOf('window').line);
  const defaults: unknown = root['defaults'] ?? {};
  if (!isRecord(defaults)) return none('TB_CURATED_SHAPE', 'defaults must be a record', lineOf('defaults').line);
  if (!Array.isArray(root['readings'])) return none('TB_CURATED_SHAPE', 'readings must be a list', lineOf('readings').line);

  const id = String(agreement.value['id']);
  const readings = new Map<string, Reading>();
  const problems: Problem[] = [];
  for (const [index, entry] of root['readings'].entries()) {
    const reject = (code: ErrorCode, values: Readonly<Record<string, string>>): void => {
      problems.push(problem(code, { ...values, number: String(index + 1) }, { file, ...lineOf('readings', index) }));
    };
    const merged = isRecord(entry) ? { ...defaults, ...entry } : entry;
    const checked = recordOf(READING_FIELDS)(merged) as Checked<Written>;
    if ('reason' in checked) {
      reject('TB_CURATED_SHAPE', { reason: `reading ${index + 1} ${checked.reason}` });
      continue;
    }
    const reading = readingOf(id, checked.value);
    const fault = readings.has(reading.id)
      ? ({ code: 'TB_CURATED_SHAPE', values: { reason: 'it stands there twice' } } as const)
      : faultOf(reading);
    if (!fault) readings.set(reading.id, reading);
    else reject(fault.code, fault.values['reason'] ? { reason: `reading ${index + 1} ${fault.values['reason']}` } : fault.values);
  }
  const made = { ...agreement.value, mentions: [], firstKnown: null } as unknown as Agreement;
  const range = window.value === null ? null : { from: String(window.value['from']), to: String(window.value['to']) };
  return { curated: { agreement: made, window: range, readings: [...readings.values()] }, problems };
}

/** Reads one file of curated readings (`data/agreements/*.yaml`). */
export async function readCurated(path: string, files: FileAccess): Promise<Curated> {
  let bytes: Uint8Array;
  try {
    bytes = await files.readFile(path);
  } catch (failure) {
    return { curated: null, problems: [problem('TB_FILE_UNREADABLE', { reason: reasonOf(failure) }, { file: path })] };
  }
  const kind = binaryKind(bytes);
  if (kind) return { curated: null, problems: [problem('TB_FILE_BINARY', { kind }, { file: path })] };
  return parseCurated(decode(bytes).text, path);
}
