import { reportDate } from '../feeds/report-date.ts';
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../i18n/index.ts';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What every page can be asked for; it stands in the address, so that a link shows what its sender saw. */
export interface UrlState {
  readonly asOf: string | null;
  readonly heldAt: string | null;
  /** The date that changes are told from. */
  readonly since: string | null;
  readonly lang: InterfaceLanguage;
  /** Null leaves it to the reader's system. */
  readonly theme: Theme | null;
}

/** Names of the state in the address. */
const NAMES: Readonly<Record<keyof UrlState, string>> = { asOf: 'asof', heldAt: 'held', since: 'since', lang: 'lang', theme: 'theme' };
const OWN_NAMES: ReadonlySet<string> = new Set(Object.values(NAMES));

/** State read from an address; `wrong` names a parameter whose value cannot be used. */
export interface ReadState {
  readonly state: UrlState;
  readonly query: Readonly<Record<string, string>>;
  readonly wrong: { readonly name: string; readonly value: string } | null;
}

/** Reads the state that all pages share; what is left over belongs to the page. */
export function readUrlState(search: URLSearchParams, preferred: InterfaceLanguage): ReadState {
  let wrong: ReadState['wrong'] = null;
  const date = (key: 'asOf' | 'heldAt' | 'since'): string | null => {
    const value = search.get(NAMES[key]);
    if (value === null || value === '') return null;
    const read = reportDate(value);
    if (read === null) wrong ??= { name: NAMES[key], value };
    return read;
  };
  const one = <T extends string>(key: 'lang' | 'theme', among: readonly T[]): T | null => {
    const value = search.get(NAMES[key]);
    if (value === null || value === '') return null;
    const found = among.find((item) => item === value) ?? null;
    if (found === null) wrong ??= { name: NAMES[key], value };
    return found;
  };
  const state: UrlState = {
    asOf: date('asOf'),
    heldAt: date('heldAt'),
    since: date('since'),
    lang: one('lang', INTERFACE_LANGUAGES) ?? preferred,
    theme: one('theme', THEMES),
  };
  const query = Object.fromEntries([...search].filter(([name, value]) => !OWN_NAMES.has(name) && value !== ''));
  return { state, query, wrong };
}

/** Changes to the state and to a page's own parameters; null takes a value away. */
export interface UrlChanges extends Partial<UrlState> {
  readonly query?: Readonly<Record<string, string | null>>;
  readonly hash?: string;
}

/** The address of a page in a state. The language always stands in it: what a link shows must not depend on who opens it. */
export function addressOf(path: string, state: UrlState, changes: UrlChanges = {}): string {
  const { query = {}, hash, ...changed } = changes;
  const wanted = { ...state, ...changed };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== null && value !== '') search.append(name, value);
  for (const key of ['asOf', 'heldAt', 'since', 'theme', 'lang'] as const) {
    const value = wanted[key];
    if (value !== null) search.append(NAMES[key], value);
  }
  // Colons may stand in a query as they are; a date is easier to read so.
  const text = search.toString().replaceAll('%3A', ':');
  return `${path}${text === '' ? '' : `?${text}`}${hash === undefined ? '' : `#${hash}`}`;
}

/** The name and value of everything a form must send along to stay in the state, but for what it asks itself. */
export function hiddenState(state: UrlState, without: readonly (keyof UrlState)[]): readonly (readonly [string, string])[] {
  return (Object.keys(NAMES) as (keyof UrlState)[]).flatMap((key) => {
    const value = state[key];
    return value === null || without.includes(key) ? [] : [[NAMES[key], value] as const];
  });
}
