import type { Change, Dossier, Reading } from '../model/index.ts';
import { buildDossier, type DossierInput, knownReports } from './dossier.ts';
import { momentOf } from './instant.ts';
import { both, clauseOf, type HolderNames } from './phrase/say.ts';
import { sortBy } from './sort-by.ts';

/** What is different in a later book of the same agreements: new, superseded, contradicted, answered, another status. */
export function changesBetween(before: Dossier, after: Dossier): readonly Change[] {
  const names: HolderNames = new Map(after.holders.map(({ code, name }) => [code, name]));
  const changes: Change[] = [];
  const byId = new Map(after.readings.map((reading) => [reading.id, reading]));
  const earlier = new Map(before.readings.map((reading) => [reading.id, reading]));
  for (const reading of after.readings) {
    const known = earlier.get(reading.id);
    if (reading.stance === 'silent') continue;
    if (!known) changes.push(line('reading_new', reading, [reading.id], names, reading));
    else if (reading.supersededBy !== null && known.supersededBy !== reading.supersededBy) {
      const by = byId.get(reading.supersededBy);
      changes.push(line('reading_superseded', reading, [reading.id, reading.supersededBy], names, by ?? reading));
    }
  }
  const divergences = new Set(before.divergences.map(({ id }) => id));
  for (const divergence of after.divergences) {
    if (divergences.has(divergence.id) || divergence.kind === 'one_side_silent') continue;
    changes.push({
      at: after.asOf,
      kind: 'contradiction',
      agreement: divergence.agreement,
      holder: null,
      text: divergence.sentence,
      refs: [divergence.id, divergence.a.reading, divergence.b.reading],
    });
  }
  const questions = new Map(before.openQuestions.map((question) => [question.id, question.state]));
  for (const question of after.openQuestions) {
    const was = questions.get(question.id);
    if (was !== 'open' || (question.state !== 'answered' && question.state !== 'answered_differently')) continue;
    changes.push({
      at: after.asOf,
      kind: 'question_answered',
      agreement: question.agreement,
      holder: null,
      text: question.text,
      refs: [question.id, ...question.answers],
    });
  }
  const states = new Map(before.agreements.map(({ agreement, overall }) => [agreement.id, overall.state]));
  for (const { agreement, overall } of after.agreements) {
    if (states.get(agreement.id) === overall.state) continue;
    changes.push({
      at: after.asOf,
      kind: 'status',
      agreement: agreement.id,
      holder: null,
      text: both((language) => `${agreement.title[language]}: ${overall.why[language]}`),
      refs: [],
    });
  }
  return sortBy(changes, order);
}

const order = (change: Change): string => [change.agreement ?? '~', change.kind, change.at ?? '~', ...change.refs].join('\u001f');

function line(kind: Change['kind'], of: Reading, refs: readonly string[], names: HolderNames, said: Reading): Change {
  const now = kind === 'reading_superseded';
  const text = both((language) => {
    const clause = clauseOf(said, language, names);
    return now ? `${language === 'de' ? 'nun: ' : 'now: '}${clause}` : clause;
  });
  return { at: said.knownFrom, kind, agreement: of.agreement, holder: of.holder, text, refs };
}

/** What has changed since a date, as known at another (or now). */
export function changesSince(input: DossierInput, since: string): readonly Change[] {
  return changesBetween(buildDossier({ ...input, asOf: since }), buildDossier(input));
}

/** One step of a replay: the reports that became known at a moment, and what they changed. */
export interface ReplayStep {
  readonly at: string;
  readonly reports: readonly string[];
  readonly changes: readonly Change[];
  readonly dossier: Dossier;
}

/** Reads the reports in the order of time and says after each date what it changed; reports without a date are left out. */
export function* replay(input: DossierInput): Generator<ReplayStep> {
  const dated = knownReports(input.reports, input.asOf ?? null).filter(({ date }) => date !== null);
  const dates = [...new Set(dated.flatMap(({ date }) => date ?? []))].sort((a, b) => (momentOf(a) ?? 0) - (momentOf(b) ?? 0));
  let before = buildDossier({ ...input, reports: [], annotations: [], curated: [] });
  for (const at of dates) {
    const dossier = buildDossier({ ...input, asOf: at });
    yield { at, reports: dated.filter(({ date }) => date === at).map(({ key }) => key), changes: changesBetween(before, dossier), dossier };
    before = dossier;
  }
}
