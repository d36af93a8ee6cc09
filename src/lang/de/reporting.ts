import type { ReportingEntry, ReportingGroup, ReportingNoun, ReportingNounGroup } from '../reporting.ts';
import { reportingNouns } from './nouns-reporting.generated.ts';
import { reportingActs } from './reporting-acts.generated.ts';
import { reportingSpeech } from './reporting-speech.generated.ts';

export { sourcePatterns } from './reporting-sources.generated.ts';

/** The groups as written, for `explain` and for the tests that run their examples. */
export const reportingGroups: readonly ReportingGroup[] = [...reportingSpeech, ...reportingActs];
export const reportingNounGroups: readonly ReportingNounGroup[] = reportingNouns;

const list = (words: string | undefined): readonly string[] => (words ? words.split(' ') : []);

function expand(group: ReportingGroup): readonly ReportingEntry[] {
  const clauses = list(group.frame.clauses);
  return group.verbs.map((expression) => {
    const words = expression.split(' ');
    return {
      lemma: words.at(-1) ?? expression,
      layer: group.layer,
      act: group.act,
      clause: clauses.some((kind) => kind !== 'zu' && kind !== 'quote'),
      direct: clauses.includes('quote'),
      infinitive: clauses.includes('zu'),
      objects: list(group.frame.objects),
      group: group.id,
      sense: group.sense,
      strength: group.strength,
      fixed: words
        .slice(0, -1)
        .filter((word) => word !== 'sich')
        .map((word) => word.toLowerCase()),
      reflexive: words[0] === 'sich',
      frame: group.frame,
    };
  });
}

// "bestehen auf" is written with its preposition behind, since that is how it is named; the verb is what is looked up.
const normal = (entry: ReportingEntry): ReportingEntry => {
  if (!/^(?:auf|für|gegen|mit|von)$/.test(entry.lemma)) return entry;
  const lemma = entry.fixed.at(-1) ?? entry.lemma;
  return { ...entry, lemma, fixed: [...entry.fixed.slice(0, -1), entry.lemma] };
};

/** Every sense of every German reporting expression. */
export const reportingEntries: readonly ReportingEntry[] = reportingGroups.flatMap(expand).map(normal);

const byLemma = new Map<string, ReportingEntry[]>();
for (const entry of reportingEntries) {
  const senses = byLemma.get(entry.lemma);
  if (senses) senses.push(entry);
  else byLemma.set(entry.lemma, [entry]);
}

const NO_SENSES: readonly ReportingEntry[] = [];

/** All senses of an infinitive with its separable prefix ("mitteilen"), plain ones and those with fixed words. */
export function reportingSenses(lemma: string): readonly ReportingEntry[] {
  return byLemma.get(lemma) ?? NO_SENSES;
}

/** The sense of a verb without fixed words, if it has one; the reflexive one only where no other stands. */
export function reportingVerb(lemma: string): ReportingEntry | undefined {
  const senses = reportingSenses(lemma).filter((entry) => entry.fixed.length === 0);
  return senses.find((entry) => !entry.reflexive) ?? senses[0];
}

/** Adverbs that stand for a preposition with its phrase: "bestand darauf" is "bestehen auf". */
const PRONOMINAL: Readonly<Record<string, string>> = { von: 'davon', auf: 'darauf', für: 'dafür', gegen: 'dagegen', mit: 'damit' };
const REFLEXIVES = ['sich', 'mich', 'uns'];

const stands = (word: string, words: ReadonlySet<string>): boolean => words.has(word) || words.has(PRONOMINAL[word] ?? word);

/**
 * The sense that fits the other words of the clause (small): most fixed words first, a reflexive one only beside "sich".
 * The complement, where the caller knows it, decides between equals: "annehmen" with a clause is thought, with an object consent.
 */
export function matchReporting(lemma: string, words: ReadonlySet<string>, complement?: 'clause' | 'object'): ReportingEntry | undefined {
  let best: ReportingEntry | undefined;
  let most = -1;
  for (const entry of reportingSenses(lemma)) {
    if (!entry.fixed.every((word) => stands(word, words))) continue;
    if (entry.reflexive && !REFLEXIVES.some((word) => words.has(word))) continue;
    const fits = complement === 'clause' ? entry.clause : complement === 'object' && entry.objects.length > 0;
    const score = entry.fixed.length * 4 + (entry.reflexive ? 2 : 0) + (fits ? 1 : 0);
    if (score > most) {
      best = entry;
      most = score;
    }
  }
  return best;
}

const GENDERS = { der: 'm', die: 'f', das: 'n' } as const;
const nounForms = new Map<string, Omit<ReportingNoun, 'modifier'>>();
for (const group of reportingNouns) {
  for (const written of group.nouns) {
    const [article = '', rest = ''] = written.split(' ');
    const [singular = rest, plural = ''] = rest.split('/');
    const gender = GENDERS[article as keyof typeof GENDERS] ?? 'f';
    const noun = {
      noun: singular,
      group: group.id,
      layer: group.layer,
      act: group.act,
      strength: group.strength,
      content: list(group.content),
      speaker: list(group.speaker),
      source: group.source,
      gender,
    };
    const forms = gender === 'f' ? [singular] : [singular, `${singular}s`, `${singular}es`];
    if (plural) forms.push(plural, ...(/[ns]$/.test(plural) ? [] : [`${plural}n`]));
    for (const form of forms) {
      const key = form.toLowerCase().replaceAll('ß', 'ss');
      if (!nounForms.has(key)) nounForms.set(key, noun);
    }
  }
}

const SHORTEST_HEAD = 5;

/** Words looked up before; texts repeat their nouns, and most are none of these. Emptied when full. */
const nounsSeen = new Map<string, ReportingNoun | null>();
const MOST_NOUNS = 50_000;

/** A reporting noun in any case and number, alone or as the head of a compound ("US-Vorschlag", "Militärangaben"). */
export function reportingNoun(word: string): ReportingNoun | undefined {
  const known = nounsSeen.get(word);
  if (known !== undefined) return known ?? undefined;
  const found = findReportingNoun(word);
  if (nounsSeen.size >= MOST_NOUNS) nounsSeen.clear();
  nounsSeen.set(word, found ?? null);
  return found;
}

function findReportingNoun(word: string): ReportingNoun | undefined {
  if (word.length > 60 || !/^\p{Lu}/u.test(word)) return undefined;
  const folded = word.toLowerCase().replaceAll('ß', 'ss');
  const whole = nounForms.get(folded);
  if (whole) return { ...whole, modifier: null };
  const hyphen = folded.lastIndexOf('-');
  if (hyphen > 0) {
    const head = nounForms.get(folded.slice(hyphen + 1));
    return head ? { ...head, modifier: word.slice(0, word.lastIndexOf('-')) } : undefined;
  }
  for (let at = 2; at <= folded.length - SHORTEST_HEAD; at++) {
    const head = nounForms.get(folded.slice(at));
    // Lengths agree only where no ß was folded away in front; the modifier is for reading, not for offsets.
    if (head) return { ...head, modifier: word.slice(0, word.length - (folded.length - at)) };
  }
  return undefined;
}
