import type { ReportingEntry } from '../../lang/reporting.ts';
import type { Clause } from '../clauses.ts';
import type { Analysis } from './analysis.ts';

const known = new WeakMap<Clause, ReportingEntry | null>();

/** The reporting sense of a clause's verb, looked up once a clause. */
export function reportingVerbOf(analysis: Analysis, clause: Clause): ReportingEntry | null {
  const cached = known.get(clause);
  if (cached !== undefined) return cached;
  const entry = lookUp(analysis, clause);
  known.set(clause, entry);
  return entry;
}

const REFLEXIVELY_SILENT = new Set(['befinden', 'bestätigen', 'nennen']);
const NONCOMMITTAL = new Set(['bestätigen', 'sagen', 'vorhersagen', 'voraussagen', 'angeben', 'nennen']);

function lookUp({ tokens, language }: Analysis, clause: Clause): ReportingEntry | null {
  const lemma = clause.predicate?.lemma;
  if (lemma === undefined) return null;
  const words = new Set<string>();
  for (const at of clause.positions) words.add(tokens[at]?.lower ?? '');
  // "sich befinden" is to be somewhere, "sich nennen" to have a name, and what "sich bestätigt" comes true.
  if (words.has('sich') && REFLEXIVELY_SILENT.has(lemma)) return null;
  // "wollte das nicht bestätigen" is silence.
  if (words.has('nicht') && NONCOMMITTAL.has(lemma) && (clause.predicate?.modal === 'wollen' || clause.predicate?.modal === 'können'))
    return null;
  const found = language.reportingVerb(lemma, words);
  const prefix = /^(?:weiter|wieder|dazu|daran|heraus|zusammen)(?=\p{L}{4})/u.exec(lemma)?.[0];
  // "sagte er weiter" is no verb of its own.
  return found ?? (prefix ? language.reportingVerb(lemma.slice(prefix.length), words) : undefined) ?? null;
}
