import type { Mention, ReadingValue } from '../../model/index.ts';
import { type AgreementKey, inFocus, SETTLEMENTS, TRUCES } from './focus.ts';
import { agreementFor, type Draft, element, type Page, type Part, partsOf, pick } from './part.ts';
import { distance, firstFrom } from './sorted-spans.ts';
import { narrationVoice } from './voices.ts';

const NO_CONDITION: ReadingValue = { t: 'condition', kind: 'precondition', topics: [], on: [] };
const SILENT_ON = new Set([...SETTLEMENTS, 'prisoner_exchange'] as const);

/** A dated "no reaction" is a silent reading of the party that did not react: of the deal, or of the price it was asked about. */
export function readSilences(page: Page): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const silence of page.annotation.silences) {
    const part = partsOf(page, null, [narrationVoice], silence.span)[0];
    if (!part || element(part, 'entry_into_force').length) continue;
    const at = silence.when ?? page.report.date;
    const price = pick(part, 'topic').some((mention) => /^(?:end|less|lift)_/.test(mention.code));
    const focus = focusOf(page, silence.span.start);
    const key = price ? (inFocus(page.named, silence.span.start, new Set(['ceasefire'])) ?? focus) : (part.named[0]?.key ?? focus);
    for (const speaker of silence.speakers) {
      const { holder } = page.lookup.standingOf(speaker, at);
      if (holder === null || !key) continue;
      const value: ReadingValue = price ? NO_CONDITION : { t: 'parties', parties: [holder], commitment: 'none', polarity: 'neg' };
      const about = price ? 'preconditions' : 'parties_and_signatories';
      drafts.push({
        part,
        key,
        element: about,
        value,
        span: silence.span,
        stance: 'silent',
        obliged: ['unstated'],
        rule: 'read.silence',
        voice: { ...narrationVoice, holder },
      });
    }
  }
  return drafts;
}

/** In a paragraph of its own a silence is about what the report began with, within one about what was just said. */
function focusOf(page: Page, position: number): AgreementKey | null {
  const last = page.named[firstFrom(page.named, position) - 1];
  const between = last ? page.report.text.slice(Math.max(last.span.end, position - 400), position) : '';
  const lead = page.named.find((named) => TRUCES.has(named.key));
  if (lead && lead.span.start < position && /\n\s{0,20}\n/.test(between)) return lead.key;
  return inFocus(page.named, position, new Set(SILENT_ON));
}

/** What a text can leave out, with the value of the empty slot. */
const OMITTED: Readonly<Record<string, { readonly element: Draft['element']; readonly value: ReadingValue }>> = {
  duration_noun: { element: 'duration', value: { t: 'duration', iso: null, until: null, counting: 'unstated' } },
  start_noun: { element: 'entry_into_force', value: { t: 'start', mode: 'unstated', at: null } },
  precondition: { element: 'preconditions', value: NO_CONDITION },
  monitoring: { element: 'monitoring', value: { t: 'mechanism', status: 'unstated', by: [] } },
};
/** The holder that leaves it out stands this near to the verb, in characters. */
const NEAR = 60;

/** "Washington names no duration": the newsroom tells that a side's version leaves a slot empty. */
export function readOmissions(part: Part): readonly Draft[] {
  const verb = element(part, 'naming')[0];
  const noun = element(part, ...Object.keys(OMITTED))[0];
  const omitted = noun ? OMITTED[noun.code] : undefined;
  if (!verb || !noun || !omitted || !element(part, 'negation').some((not) => distance(not.span, noun.span) < NEAR / 2)) return [];
  const key = agreementFor(part, noun.span, TRUCES);
  const near = (one: Mention) => distance(one.span, verb.span) < NEAR;
  const closest = (found: readonly Mention[]) =>
    found.filter(near).sort((a, b) => distance(a.span, verb.span) - distance(b.span, verb.span))[0];
  const who = closest(pick(part, 'actor'));
  // "The American text": a state's adjective names its version.
  const whose = who ? undefined : closest(pick(part, 'place').filter((place) => place.rule === 'territory'));
  const holder = who ? part.page.lookup.holderOf(who.code) : (whose?.code ?? null);
  if (!key || holder === null) return [];
  return [
    {
      part,
      key,
      ...omitted,
      span: part.span,
      stance: 'silent',
      obliged: ['unstated'],
      rule: 'read.omission',
      voice: { ...narrationVoice, holder },
    },
  ];
}
