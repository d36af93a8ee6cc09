import type { Authority, Speaker, Statement } from '../../model/index.ts';
import type { HolderLookup } from './holders.ts';

/** One column that a statement may fill. */
export interface Voice {
  readonly holder: string;
  readonly speaker: string | null;
  readonly authority: Authority;
  /** The side of a speaker who may not fill its column: an adviser, an unnamed official. */
  readonly side: string | null;
}

/** Column of the newsroom, and of everybody who speaks for nobody. */
export const NARRATION = 'narration';
const FILLS: ReadonlySet<Authority> = new Set(['principal', 'spokesperson', 'official']);

const narrationVoice: Voice = { holder: NARRATION, speaker: null, authority: 'narration', side: null };

interface Level {
  readonly speakers: readonly Speaker[];
  readonly onBehalfOf: string | null;
}

/** Levels of speech nested deeper than this are not told apart. */
const DEEPEST = 12;

/** The speakers of every level, outermost first: intermediaries without a statement of their own, the statements around, the statement. */
function levelsOf(statement: Statement, byId: ReadonlyMap<string, Statement>): readonly Level[] {
  const chain: Statement[] = [];
  for (let at: Statement | undefined = statement; at && chain.length < DEEPEST; at = at.within === null ? undefined : byId.get(at.within)) {
    if (chain.includes(at)) break;
    chain.unshift(at);
  }
  const outermost = chain[0];
  // Who is told to have agreed to a proposal has not thereby told of it: only levels of speech vouch for what is within them.
  const speech = chain.filter((one) => one === statement || one.layer === 'speech');
  return [...(outermost?.via ?? []).map((speaker) => ({ speakers: [speaker], onBehalfOf: null })), ...speech];
}

/** What a party demands, promises or makes a condition is its own version even if the narrator tells it; that it agreed is the narrator's. */
const OWN_VERSION: ReadonlySet<Statement['act']> = new Set([
  'demand',
  'promise',
  'condition',
  'request',
  'doubt',
  'threaten',
  'deny',
  'announce',
]);

const isState = (actor: string, lookup: HolderLookup): boolean =>
  /\.government$/.test(actor) || ['state', 'government'].includes(lookup.actor(actor)?.kind ?? '');

function voiceOf(speaker: Speaker, level: Level, lookup: HolderLookup, at: string | null): Voice {
  const { holder, authority } = lookup.standingOf(speaker, at, level.onBehalfOf);
  if (holder !== null && FILLS.has(authority)) return { holder, speaker: speaker.name, authority, side: null };
  return { holder: NARRATION, speaker: speaker.name, authority: FILLS.has(authority) ? 'narration' : authority, side: holder };
}

/**
 * Who vouches for a statement. The innermost speaker does, as long as every level outside only relays or speaks for the
 * same holder; what one holder says of another's words is the outer holder's version. `ofAgreement` is whether the content
 * names an agreement.
 */
export function voicesOf(
  statement: Statement,
  byId: ReadonlyMap<string, Statement>,
  lookup: HolderLookup,
  at: string | null,
  ofAgreement = true,
): readonly Voice[] {
  const key = (voices: readonly Voice[]) => [...new Set(voices.map((voice) => voice.holder))].sort().join('+');
  let current: readonly Voice[] | null = null;
  let vouched = false;
  for (const level of levelsOf(statement, byId)) {
    const { speakers } = level;
    if (speakers.length === 0) continue;
    if (current === null && speakers.every((speaker) => lookup.standingOf(speaker, at).relays)) continue;
    const voices = speakers.map((speaker) => voiceOf(speaker, level, lookup, at));
    vouched = current !== null;
    if (current === null) current = voices;
    else if (key(current) !== key(voices) || key(voices).includes(NARRATION)) break;
    // "The president confirmed that the country is ready": a state does not speak, its president does.
    else if (!speakers.every(({ actor }) => actor !== null && isState(actor, lookup))) current = voices;
  }
  if (current === null) return [{ ...narrationVoice, speaker: statement.speakers[0]?.name ?? null }];
  // An agreement or a refusal that the narrator tells with nobody vouching for it stands in nobody's column.
  // Refusing something else, elections or a retreat, is a side's own position.
  const own = OWN_VERSION.has(statement.act) || (statement.act === 'reject' && !ofAgreement);
  const toldByNarrator = statement.layer === 'act' && !vouched && !own;
  const seen = new Set<string>();
  return (toldByNarrator ? [narrationVoice] : current).filter((voice) => {
    const name = `${voice.holder}|${voice.holder === NARRATION ? voice.speaker : ''}`;
    return !seen.has(name) && seen.add(name);
  });
}

export { narrationVoice };
