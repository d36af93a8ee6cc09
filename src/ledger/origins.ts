import { type Actor, idOf, type Origin, type Report } from '../model/index.ts';
import { DAY, rangeOf } from './instant.ts';
import type { Said } from './mentions-in.ts';
import { type HolderNames, nameOf } from './phrase/say.ts';

/** Words in a row that two texts must share to count as a copy of one another; shorter runs are ordinary phrases. */
const SHINGLE = 6;
/** Share of the shorter text that must be common: nearly all for a copy, less where both carry the same agency's sign-off. */
const COPY = 0.5;
const SAME_AGENCY = 0.12;
/** A run of words in more reports than this is a phrase of the day (a slogan, a page's own text), not evidence of copying. */
const PHRASE = 12;

/**
 * Groups reports by where they come from: copies of one wire text, and retellings of one readout. Outlets are not counted,
 * origins are; a report may rest on several readouts, and one that rests on none is the outlet's own reporting.
 */
export function findOrigins(
  reports: readonly Report[],
  said: readonly Said[],
  actors: readonly Actor[],
  names: HolderNames,
): readonly Origin[] {
  const wires = wireGroups(reports, actors);
  const readouts = readoutGroups(said, actors, names);
  const placed = new Set([...wires, ...readouts].flatMap((origin) => origin.reports));
  const own = reports
    .filter(({ key }) => !placed.has(key))
    .map(({ key, outlet }) => ({
      id: idOf('org', 'own', key),
      kind: 'own reporting',
      label: outlet ?? key,
      reports: [key],
      why: 'no official readout and no copy of another report found',
    }));
  return [...wires, ...readouts, ...own].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function wireGroups(reports: readonly Report[], actors: readonly Actor[]): readonly Origin[] {
  const agencies = actors
    .filter(({ kind }) => kind === 'agency')
    .map(({ id, name, names }) => ({ id, names: [name, ...Object.values(names).flat()] }));
  const signed = new Map(reports.map((report) => [report.key, agenciesSigning(report.text, agencies)]));
  const shingles = new Map(reports.map((report) => [report.key, shinglesOf(report.text)]));
  // Reports by their number, since there may be millions of pairs.
  const keys = [...shingles.keys()];
  const holding = new Map<number, number[]>();
  for (const [at, key] of keys.entries())
    for (const shingle of shingles.get(key) ?? []) {
      const known = holding.get(shingle);
      if (known === undefined) holding.set(shingle, [at]);
      else if (known.length <= PHRASE) known.push(at);
    }
  const common = new Map<number, number>();
  for (const holders of holding.values()) {
    if (holders.length < 2 || holders.length > PHRASE) continue;
    for (const [index, first] of holders.entries())
      for (let next = index + 1; next < holders.length; next++) {
        const pair = first * keys.length + (holders[next] ?? 0);
        common.set(pair, (common.get(pair) ?? 0) + 1);
      }
  }
  const group = new Map(reports.map(({ key }) => [key, key]));
  const root = (key: string): string => {
    let at = key;
    for (let up = group.get(at); up !== undefined && up !== at; up = group.get(at)) at = up;
    return at;
  };
  for (const [pair, count] of common) {
    const [first = '', second = ''] = [keys[Math.floor(pair / keys.length)], keys[pair % keys.length]];
    const share = count / Math.max(1, Math.min(shingles.get(first)?.size ?? 1, shingles.get(second)?.size ?? 1));
    const agency = [...(signed.get(first) ?? [])].some((id) => signed.get(second)?.has(id));
    if (share >= COPY || (agency && share >= SAME_AGENCY)) {
      const [a, b] = [root(first), root(second)].sort();
      if (a !== undefined && b !== undefined) group.set(b, a);
    }
  }
  const groups = new Map<string, string[]>();
  for (const { key } of reports) groups.set(root(key), [...(groups.get(root(key)) ?? []), key]);
  return [...groups.values()]
    .filter((keys) => keys.length > 1)
    .map((keys) => {
      const agency = [...(signed.get(keys[0] ?? '') ?? [])].sort()[0];
      return {
        id: idOf('org', 'wire', ...[...keys].sort()),
        kind: 'wire',
        label: agency ?? 'shared text',
        reports: [...keys].sort(),
        why: `runs of ${SHINGLE} words in common${agency ? ` and the same sign-off (${agency})` : ''}`,
      };
    });
}

const PRIME = 0x01000193;

/** FNV-1a over word runs, each word hashed once: a set of numbers is small enough to keep for every report. */
function shinglesOf(text: string): ReadonlySet<number> {
  const words = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => {
    let hash = 0x811c9dc5;
    for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), PRIME);
    return hash;
  });
  const found = new Set<number>();
  for (let index = 0; index + SHINGLE <= words.length; index++) {
    let hash = 0x811c9dc5;
    for (let at = index; at < index + SHINGLE; at++) {
      const word = words[at] ?? 0;
      for (let byte = 0; byte < 32; byte += 8) hash = Math.imul(hash ^ ((word >>> byte) & 0xff), PRIME);
    }
    found.add(hash >>> 0);
  }
  return found;
}

/** Agencies named in the sign-off: at the very end, or in brackets near the start. */
function agenciesSigning(
  text: string,
  agencies: readonly { readonly id: string; readonly names: readonly string[] }[],
): ReadonlySet<string> {
  const margin = `${text.slice(0, 300).match(/\(([^()]{2,40})\)/)?.[1] ?? ''} ${text.slice(-120)}`.toLowerCase();
  const words = new Set(margin.match(/[\p{L}\p{N}]+/gu) ?? []);
  return new Set(agencies.filter(({ names }) => names.some((name) => words.has(name.toLowerCase()))).map(({ id }) => id));
}

/** Kinds of actors whose words are a readout or a statement of an office, not a person's remark. */
const OFFICES: ReadonlySet<Actor['kind']> = new Set(['office', 'government', 'ministry', 'armed_force']);

function readoutGroups(said: readonly Said[], actors: readonly Actor[], names: HolderNames): readonly Origin[] {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const uses = new Map<string, { office: string; days: Map<number, Set<string>> }>();
  for (const { statement, report, standing } of said) {
    const id = statement.onBehalfOf ?? statement.speakers[0]?.actor ?? null;
    const actor = id === null ? undefined : byId.get(id);
    const official = (actor !== undefined && OFFICES.has(actor.kind)) || standing.authority === 'spokesperson';
    const range = rangeOf(statement.when ?? report.date ?? '');
    if (!official || standing.holder === null || !range || statement.layer !== 'speech') continue;
    const use = uses.get(standing.holder) ?? {
      office: actor && OFFICES.has(actor.kind) ? actor.name : nameOf(standing.holder, 'de', names),
      days: new Map<number, Set<string>>(),
    };
    const day = Math.floor(range.from / DAY);
    use.days.set(day, (use.days.get(day) ?? new Set()).add(report.key));
    uses.set(standing.holder, use);
  }
  return [...uses].flatMap(([holder, { office, days }]) => occasions(days).map((occasion) => readout(holder, office, occasion)));
}

interface Occasion {
  readonly from: number;
  readonly reports: ReadonlySet<string>;
}

/** Days in a row are one occasion: an evening's readout is retold the next day. */
function occasions(days: ReadonlyMap<number, ReadonlySet<string>>): readonly Occasion[] {
  const made: { from: number; last: number; reports: Set<string> }[] = [];
  for (const [day, reports] of [...days].sort(([a], [b]) => a - b)) {
    const current = made.at(-1);
    if (current && day - current.last <= 1) {
      current.last = day;
      for (const report of reports) current.reports.add(report);
    } else made.push({ from: day, last: day, reports: new Set(reports) });
  }
  return made;
}

function readout(holder: string, office: string, { from, reports }: Occasion): Origin {
  const date = new Date(from * DAY * 60_000).toISOString().slice(0, 10);
  return {
    id: idOf('org', 'readout', holder, date),
    kind: 'readout',
    label: `${office}, ${date}`,
    reports: [...reports].sort(),
    why: 'statements of the same holder on the same occasion',
  };
}
