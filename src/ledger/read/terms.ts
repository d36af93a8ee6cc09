import type { Mention, Span } from '../../model/index.ts';
import { type AgreementKey, type Named, SETTLEMENTS, TRUCES } from './focus.ts';
import { agreementFor, type Draft, dateOf, element, obligedBy, type Part, pick, stanceOf } from './part.ts';
import { distance, hull, within } from './sorted-spans.ts';

/** A territory is named by the code of its state. */
const TERRITORY = /^[A-Z]{2}$/;

const LIMITED: ReadonlySet<AgreementKey> = new Set(['limited_halt', 'maritime_truce']);

function draft(part: Part, key: AgreementKey, rest: Pick<Draft, 'element' | 'value' | 'span'> & Partial<Draft>): Draft {
  return { part, key, stance: stanceOf(part), obliged: obligedBy(part), rule: `read.${rest.element}`, ...rest };
}

/** Objects listed in a part under an agreement that is named in the same sentence, with the agreement. */
function objectLists(part: Part): readonly { readonly named: Named; readonly objects: readonly Mention[] }[] {
  const lists: { named: Named; objects: readonly Mention[] }[] = [];
  for (const named of part.namedAround) {
    if (!LIMITED.has(named.key)) continue;
    const objects = within(part.page.mentions, named.span).filter(
      (mention) => mention.kind === 'object' && mention.span.start < part.span.end && mention.span.end > part.span.start,
    );
    if (objects.length) lists.push({ named, objects });
  }
  return lists;
}

/** A fragment is shown from its opening mark on: the preposition and the article within the marks are part of what was quoted. */
function fromOpeningMark(text: string, start: number): number {
  const lead = /[„“"«»‹›‚]([^„“”"«»‹›‚\n]{0,14})$/.exec(text.slice(Math.max(0, start - 16), start))?.[1];
  return start - (lead?.length ?? 0);
}

/** What is protected, and where, as one list of object classes with its open end. */
export function readScope(part: Part): readonly Draft[] {
  // What somebody says was attacked in spite of the agreement is no version of what the agreement protects.
  if (element(part, 'allegation').length) return readActs(part);
  const drafts: Draft[] = [];
  for (const { named, objects } of objectLists(part)) {
    const listed = hull(objects.map((mention) => mention.span));
    if (!listed) continue;
    const quoted = fromOpeningMark(part.page.report.text, listed.start);
    const span = { start: Math.max(quoted, part.span.start), end: Math.min(listed.end, part.span.end) };
    const open = objects.filter((mention) => mention.open).at(-1);
    const include = [...new Set(objects.map((mention) => mention.code).filter((code) => code !== 'unspecified'))].sort();
    const value = {
      t: 'objects',
      include,
      exclude: [],
      open: open ? part.page.report.text.slice(open.span.start, open.span.end) : null,
    } as const;
    drafts.push(draft(part, named.key, { element: 'protected_objects', value, span }));
    const place = placeOf(part, listed, named.span);
    if (place) drafts.push(draft(part, named.key, { element: 'geographic_scope', ...place }));
  }
  drafts.push(...readActs(part));
  return drafts;
}

/** The land whose objects are meant: both countries, or states named right before or after the objects, joined by "and". */
function placeOf(part: Part, listed: Span, named: Span): Pick<Draft, 'value' | 'span'> | null {
  const range = {
    start: Math.max(part.span.start, Math.min(named.start, listed.start - 24)),
    end: Math.min(part.span.end, listed.end + 60),
  };
  const nearby = within(part.page.mentions, range).filter((mention) => mention.kind === 'place');
  const both = nearby.find((mention) => mention.code === 'both_countries' && distance(mention.span, listed) <= 24);
  const places: Mention[] = both ? [both] : [];
  let reached = listed;
  for (const mention of both ? [] : nearby) {
    if (!TERRITORY.test(mention.code)) continue;
    const joined =
      places.length > 0 && element(part, 'and').some(({ span }) => span.start >= reached.end && span.end <= mention.span.start);
    if (distance(mention.span, reached) > (joined ? 16 : 10)) continue;
    places.push(mention);
    reached = hull([reached, mention.span]) ?? reached;
  }
  if (!places.length) return null;
  const include = both ? ['both_parties'] : [...new Set(places.map((mention) => mention.code))].sort();
  return {
    value: { t: 'place', include, exclude: [], domains: [] },
    span: hull([listed, ...places.map((mention) => mention.span)]) ?? listed,
  };
}

const FORBIDDEN_AT_SEA: readonly string[] = ['use_of_force', 'military_use_of_merchant_ships', 'troop_movement'];

/** Acts a truce at sea forbids; the acts of a halt on land are its name. */
function readActs(part: Part): readonly Draft[] {
  const acts = pick(part, 'act', ...FORBIDDEN_AT_SEA);
  const span = hull(acts.map((mention) => mention.span));
  if (!span) return [];
  const key = agreementFor(part, span, TRUCES);
  if (!key) return [];
  const prohibited = [...new Set(acts.map((mention) => mention.code))].sort();
  return [draft(part, key, { element: 'prohibited_acts', value: { t: 'acts', prohibited, permitted: [] }, span })];
}

/** How long, whether it ran out, whether it is prolonged; a duration belongs to the agreement it modifies and to no other. */
export function readDuration(part: Part): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const time of part.times) {
    if (time.type !== 'DURATION' || !/^P\d+[DWMY]$/.test(time.value)) continue;
    const key = durationOwner(part, time.span);
    // "To prolong it to 30 days" says how long it is to become.
    const prolonged = element(part, 'extension').some(({ span }) => span.start >= time.span.end && span.start - time.span.end < 12);
    if (!key || prolonged) continue;
    const value = { t: 'duration', iso: time.value, until: null, counting: 'unstated' } as const;
    drafts.push(draft(part, key, { element: 'duration', value, span: time.span }));
  }
  for (const cue of element(part, 'unlimited')) {
    const key = agreementFor(part, cue.span, TRUCES);
    if (key)
      drafts.push(
        draft(part, key, { element: 'duration', value: { t: 'duration', iso: null, until: null, counting: 'unstated' }, span: cue.span }),
      );
  }
  const expired = element(part, 'expired')[0];
  const key = expired ? agreementFor(part, expired.span, TRUCES) : null;
  if (expired && key) {
    const until = part.statement?.when ?? part.page.report.date;
    const value = { t: 'duration', iso: null, until, counting: 'unstated' } as const;
    drafts.push(draft(part, key, { element: 'duration', value, span: expired.span, rule: 'read.duration.expired' }));
  }
  drafts.push(...readExtension(part));
  return drafts;
}

/** "30-Tage-Waffenruhe" and "30-tägige Waffenruhe" own their number; "30 Tage lang" belongs to the halt of its clause. */
function durationOwner(part: Part, time: Span): AgreementKey | null {
  const touching = part.namedAround.find(
    (named) => TRUCES.has(named.key) && named.span.start <= time.end + 2 && named.span.end >= time.start,
  );
  if (touching) return touching.key;
  const following = part.named.find((named) => TRUCES.has(named.key) && named.span.start >= time.start);
  if (following) return following.key;
  return part.named.findLast((named) => TRUCES.has(named.key))?.key ?? null;
}

function readExtension(part: Part): readonly Draft[] {
  const cue = element(part, 'extension')[0];
  const key = cue ? agreementFor(part, cue.span, SETTLEMENTS) : null;
  if (!cue || !key) return [];
  const denied = element(part, 'negation').length > 0 || part.statement?.polarity === 'neg';
  const mutual = element(part, 'mutual_consent', 'reciprocity', 'both_sides').length > 0;
  const value = { t: 'extension', mode: denied ? 'none' : mutual ? 'mutual_consent' : 'unstated', until: null } as const;
  const span = hull([cue.span, ...element(part, 'negation').map((mention) => mention.span)]) ?? cue.span;
  return [draft(part, key, { element: 'extension', value, span })];
}

/** A start is said of what was named right before, in characters; much else takes effect some day. */
const NEXT = 90;

/** When it begins to apply; an order given at once implies a start that nobody dates. */
export function readStart(part: Part): readonly Draft[] {
  const drafts: Draft[] = [];
  const cue = element(part, 'entry_into_force')[0];
  const key = cue ? agreementFor(part, cue.span, SETTLEMENTS, NEXT) : null;
  if (cue && key) {
    const open = element(part, 'doubtful').length > 0 || part.statement?.act === 'doubt';
    const conditional = element(part, 'condition_clause', 'reciprocity_clause').length > 0;
    const date = open || conditional ? null : dateOf(part);
    const published = element(part, 'publication').some(({ span }) => span.start >= cue.span.start);
    const dated = published ? 'upon_publication_by_third_party' : date === null ? 'unstated' : 'on_date_at_time';
    const mode = conditional ? 'upon_conditions' : dated;
    const span = hull([cue.span, ...(date === null ? element(part, 'doubtful') : part.times).map((one) => one.span)]) ?? cue.span;
    // Who contradicts with a date of its own has a version and not only an objection.
    const stance = date === null ? stanceOf(part) : 'asserts';
    drafts.push(draft(part, key, { element: 'entry_into_force', value: { t: 'start', mode, at: date }, span, stance }));
  }
  drafts.push(...readStartDispute(part));
  const order = element(part, 'ordered')[0];
  const atOnce = element(part, 'at_once')[0];
  const ordered = order && atOnce ? agreementFor(part, order.span, TRUCES) : null;
  if (order && atOnce && ordered && part.voices.some((voice) => voice.holder !== 'narration')) {
    const span = hull([order.span, atOnce.span]) ?? order.span;
    const value = { t: 'start', mode: 'by_unilateral_order', at: null } as const;
    drafts.push(draft(part, ordered, { element: 'entry_into_force', value, span, stance: 'implies', rule: 'read.entry_into_force.order' }));
  }
  return drafts;
}

/** "The start they give is false": a side disputes another's start without naming its own. */
function readStartDispute(part: Part): readonly Draft[] {
  const noun = element(part, 'start_noun')[0];
  const untrue = element(part, 'false_claim')[0];
  const key = noun && untrue ? agreementFor(part, noun.span, SETTLEMENTS) : null;
  if (!noun || !untrue || !key) return [];
  const value = { t: 'start', mode: 'unstated', at: null } as const;
  const span = hull([noun.span, untrue.span]) ?? noun.span;
  return [draft(part, key, { element: 'entry_into_force', value, span, stance: 'disputes', rule: 'read.entry_into_force.dispute' })];
}

/** How far before its contents a list may be announced, in characters. */
const ANNOUNCED = 260;
/** Fewer classes than this are no list. */
const LISTED = 2;

/** A list that a side has published: what the newsroom tells of its contents is that side's version. */
export function readList(part: Part): readonly Draft[] {
  const objects = pick(part, 'object');
  if (!element(part, 'covers').length || objects.length < LISTED) return [];
  const before = within(part.page.mentions, { start: Math.max(0, part.span.start - ANNOUNCED), end: part.span.start });
  const list = before.findLast((mention) => mention.kind === 'element' && mention.code === 'list');
  const published = before.some(
    (mention) => mention.kind === 'element' && mention.code === 'publication' && list && mention.span.start > list.span.end,
  );
  const publisher = before.find((mention) => mention.kind === 'actor' && list && mention.span.end <= list.span.start);
  const holder = publisher ? part.page.lookup.holderOf(publisher.code) : null;
  const speaker = publisher ? (part.page.lookup.actor(publisher.code)?.name ?? null) : null;
  const span = hull(objects.map((mention) => mention.span));
  const key = span ? agreementFor(part, span, LIMITED) : null;
  if (!published || holder === null || !span || !key) return [];
  const include = [...new Set(objects.map((mention) => mention.code).filter((code) => code !== 'unspecified'))].sort();
  return [
    draft(part, key, {
      element: 'protected_objects',
      value: { t: 'objects', include, exclude: [], open: null },
      span,
      voice: { holder, speaker, authority: 'official', side: null },
      rule: 'read.protected_objects.list',
    }),
  ];
}
