import type { PublicationProfile, TransformKind, WithheldName } from '../model/index.ts';
import { type NameFilter, nameFilter } from './names/withhold-names.ts';
import { withholdPositions } from './withhold-positions.ts';

/** What every text passes before it leaves; it counts what it took out. */
export interface TextGate {
  /** A text without withheld names and positions. */
  readonly text: (text: string) => string;
  /** An address; only its site where its path tells a name or a position, and null where the site's name does. */
  readonly url: (url: string | null) => string | null;
  readonly counts: ReadonlyMap<TransformKind, number>;
}

/** The gate of texts for one profile; the internal one lets everything pass. */
export function textGate(profile: PublicationProfile, names: readonly WithheldName[]): TextGate {
  const counts = new Map<TransformKind, number>();
  if (!profile.withholdNames) return { text: (text) => text, url: (url) => url, counts };
  const filter = nameFilter(names);
  const add = (kind: TransformKind, count: number): void => {
    if (count > 0) counts.set(kind, (counts.get(kind) ?? 0) + count);
  };
  // A dossier says the same words in many places: in a statement, in each reading of it, in what is computed from that.
  const passed = new Map<string, { readonly text: string; readonly names: number; readonly positions: number }>();
  const pass = (given: string) => {
    const named = filter(given);
    const placed = withholdPositions(named.text);
    return { text: placed.text, names: named.count, positions: placed.count };
  };
  return {
    counts,
    text: (given) => {
      const known = passed.get(given) ?? pass(given);
      passed.set(given, known);
      add('name', known.names);
      add('position', known.positions);
      return known.text;
    },
    url: (url) => {
      if (url === null) return null;
      const shortened = shortenAddress(url, filter);
      if (shortened !== url) add('address', 1);
      return shortened;
    },
  };
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

function shortenAddress(url: string, filter: NameFilter): string | null {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return null;
  }
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') return null;
  if (filter(parsed.hostname.replace(/[.-]/g, ' ')).count > 0) return null;
  const rest = decoded(decoded(url.slice(url.indexOf(parsed.host) + parsed.host.length)));
  const words = rest.replace(/[^\p{L}\p{M}\p{N}.,@-]+/gu, ' ').replace(/[-_]/g, ' ');
  const isTelling = filter(words).count > 0 || withholdPositions(rest).count > 0 || parsed.username !== '';
  return isTelling ? `${parsed.protocol}//${parsed.host}/` : url;
}
