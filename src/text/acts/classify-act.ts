import type { ActRule, ActWords } from '../../lang/acts.ts';
import type { VerbLookup } from '../../lang/verb.ts';
import type { Modality, SpeechAct, StatementForm } from '../../model/index.ts';
import type { ActPattern, ActWord } from './match-pattern.ts';
import { actWordsOf, compilePattern, couldMatch, findPattern } from './match-pattern.ts';

/** What a language gives to the recognition of acts. */
export interface ActKnowledge {
  readonly rules: readonly ActRule[];
  readonly words: ActWords;
  readonly lookupVerb: VerbLookup;
}

/** A statement as far as its act depends on it, in plain values. */
export interface ActInput {
  /** Act and group of the reporting verb or noun; null for sources without one ("laut", "demnach") and for continuations. */
  readonly entry: { readonly act: SpeechAct; readonly group: string } | null;
  readonly content: string;
  readonly form: StatementForm;
  /** True if the reporting expression itself is negated ("stimmte nicht zu"). */
  readonly negated: boolean;
  /** True if a newspaper, agency or broadcaster speaks, who reports measures and does not take them. */
  readonly medium?: boolean;
  /** The act of the statement before, if this one carries its attribution on without a cue. */
  readonly carried?: SpeechAct | null;
}

export interface ActResult {
  readonly act: SpeechAct;
  readonly modality: readonly Modality[];
  readonly polarity: 'pos' | 'neg';
  readonly hedged: boolean;
  /** Id of the rule that overruled the reporting expression; null if its own act stands. */
  readonly rule: string | null;
}

interface Compiled {
  readonly rule: ActRule;
  readonly over: ReadonlySet<SpeechAct>;
  readonly patterns: readonly ActPattern[];
  readonly unless: readonly ActPattern[];
}

interface Prepared {
  readonly rules: readonly Compiled[];
  /** Rules by the act and group they may overrule: there are as many as groups in the lexicon. */
  readonly over: Map<string, readonly Compiled[]>;
  readonly openers: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
  readonly hedges: ReadonlySet<string>;
  readonly questions: ReadonlySet<string>;
  readonly future: ReadonlySet<string>;
  readonly conditions: readonly ActPattern[];
}

const prepared = new WeakMap<ActKnowledge, Prepared>();

/** Rules are compiled once a language; the key is the frozen knowledge itself. */
export function prepareActs(knowledge: ActKnowledge): Prepared {
  const present = prepared.get(knowledge);
  if (present) return present;
  const { words } = knowledge;
  const made: Prepared = {
    rules: knowledge.rules.map((rule) => ({
      rule,
      over: new Set(rule.over),
      patterns: rule.patterns.map(compilePattern),
      unless: (rule.unless ?? []).map(compilePattern),
    })),
    over: new Map(),
    openers: new Set(words.openers),
    negations: new Set(words.negations),
    hedges: new Set(words.hedges),
    questions: new Set(words.questions),
    future: new Set(words.future),
    conditions: words.conditions.map(compilePattern),
  };
  prepared.set(knowledge, made);
  return made;
}

/** Group that stands for every source without a reporting verb in the rules. */
const SOURCE_GROUP = 'de.source';
/** Acts whose negation is a refusal ("erlaubte nicht"). */
const REFUSED_WHEN_NEGATED: ReadonlySet<SpeechAct> = new Set(['agree', 'promise']);
/** Acts that go on in the next sentence of the same speaker unless that shows another. */
const CARRIED: ReadonlySet<SpeechAct> = new Set(['announce', 'doubt', 'threaten']);

/** The act, modality and polarity of one statement: that of its reporting expression unless its content shows another. */
export function classifyAct(input: ActInput, knowledge: ActKnowledge): ActResult {
  const ready = prepareActs(knowledge);
  const words = actWordsOf(input.content, ready.openers, knowledge.lookupVerb);
  const start = input.entry?.act ?? 'assert';
  const group = input.entry?.group ?? SOURCE_GROUP;
  const found = overruling(start, group, input, words, ready);
  const negative = words.some((word) => word.main && ready.negations.has(word.lower));
  const hedged = words.some((word) => word.main && ready.hedges.has(word.lower));
  const asked = isQuestion(input, words, ready);
  let act = found?.act ?? start;
  if (!found && asked && start === 'assert') act = 'doubt';
  if (!found && input.carried && !input.entry && CARRIED.has(input.carried) && !isPerfect(words)) act = input.carried;
  if (input.negated && REFUSED_WHEN_NEGATED.has(act) && !found) act = 'reject';
  const polarity = input.negated || negative ? 'neg' : 'pos';
  return {
    act,
    modality: modalityOf(words, ready, { negative: polarity === 'neg', hedged, asked }),
    polarity,
    hedged,
    rule: found?.id ?? null,
  };
}

/** Rules that may overrule an act of a group of reporting expressions, in the order of the data. */
function rulesOver(start: SpeechAct, group: string, { rules, over }: Prepared): readonly Compiled[] {
  const key = `${start}\u001f${group}`;
  const known = over.get(key);
  if (known) return known;
  const found = rules.filter((compiled) => compiled.over.has(start) && (!compiled.rule.groups || compiled.rule.groups.includes(group)));
  over.set(key, found);
  return found;
}

function overruling(start: SpeechAct, group: string, input: ActInput, words: readonly ActWord[], ready: Prepared): ActRule | null {
  const present = new Set(words.map((word) => word.lower));
  const isFound = (pattern: ActPattern, mainOnly: boolean): boolean =>
    couldMatch(pattern, present) && findPattern(pattern, words, mainOnly) >= 0;
  for (const { rule, patterns, unless } of rulesOver(start, group, ready)) {
    if (rule.media === false && input.medium) continue;
    const mainOnly = rule.where === 'main';
    if (!patterns.some((pattern) => isFound(pattern, mainOnly))) continue;
    if (unless.some((pattern) => isFound(pattern, false))) continue;
    return rule;
  }
  return null;
}

/** "habe … gesagt", "sei … geflohen": what lies behind is told and not announced. */
function isPerfect(words: readonly ActWord[]): boolean {
  const auxiliary = words.some(
    (word) => word.main && word.verbs.some((form) => (form.lemma === 'haben' || form.lemma === 'sein') && form.persons.length > 0),
  );
  return auxiliary && words.some((word) => word.verbs.some((form) => form.mood === 'participle2'));
}

function isQuestion(input: ActInput, words: readonly ActWord[], ready: Prepared): boolean {
  if (/\?["“”»«’]?\s*$/.test(input.content.slice(-6))) return true;
  const first = words[0];
  return input.form === 'indirect' && first !== undefined && first.lower === 'ob' && ready.questions.has('ob');
}

function modalityOf(
  words: readonly ActWord[],
  ready: Prepared,
  seen: { readonly negative: boolean; readonly hedged: boolean; readonly asked: boolean },
): readonly Modality[] {
  const out: Modality[] = [];
  const finite = (word: ActWord, lemma: string): boolean =>
    word.verbs.some((form) => form.lemma === lemma && form.prefix === null && form.persons.length > 0 && form.tense === 'present');
  const bare = words.some((word) => word.verbs.some((form) => form.mood === 'infinitive') && !ready.future.has(word.lower));
  const future = [...ready.future];
  if (bare && words.some((word) => word.main && word.verbs.length > 0 && future.some((lemma) => finite(word, lemma)))) out.push('future');
  if (ready.conditions.some((pattern) => opensAt(pattern, words))) out.push('conditional');
  // "hätte", "wäre", "könnte" and "würde" are the only second subjunctives that are not also a plain past.
  const unreal = words.some(
    (word) =>
      word.main && word.verbs.some((form) => form.mood === 'subjunctive2') && !word.verbs.some((form) => form.mood === 'indicative'),
  );
  if (unreal) out.push('hypothetical');
  if (seen.negative) out.push('negated');
  if (seen.asked) out.push('interrogative');
  if (seen.hedged) out.push('hedged');
  return out;
}

function opensAt(pattern: ActPattern, words: readonly ActWord[]): boolean {
  const at = findPattern(pattern, words, false);
  return at >= 0 && words[at]?.opens === true;
}
