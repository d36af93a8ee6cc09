import type { Dossier, DossierAgreement, Reading } from '../../model/index.ts';
import { type Clarification, clarificationValue } from '../clarification.ts';
import { HALTS } from './compile.ts';
import type { IncidentFacts } from './incident.ts';
import { type Judgement, makeJudge } from './judge.ts';

/** What follows for one incident from one holder's version of one agreement. */
export interface JudgedIncident {
  readonly incident: string;
  readonly agreement: string;
  readonly holder: string;
  readonly judgement: Judgement;
}

/** The readings that stand in the table of an agreement: known and held as of the dossier's dates. */
export function currentReadings({ readings }: Dossier, { cells }: DossierAgreement): readonly Reading[] {
  const held = new Set(cells.flatMap((cell) => cell.readings));
  return readings.filter(({ id }) => held.has(id));
}

/** The agreements of a dossier that halt something, so that an incident may fall under them. */
export function trucesIn({ agreements }: Dossier): readonly DossierAgreement[] {
  return agreements.filter(({ agreement }) => HALTS.has(agreement.kind));
}

/** The sides whose version is asked for: the parties, and whoever else says something. */
export function holdersOf({ agreement, cells }: DossierAgreement): readonly string[] {
  const speaking = cells.filter(({ mark }) => mark !== 'silent').map(({ holder }) => holder);
  return [...new Set([...agreement.parties, ...speaking])].sort();
}

/** Every incident under every side's version of every truce, by incident, truce and side. */
export function judgeIncidents(dossier: Dossier, incidents: readonly IncidentFacts[]): readonly JudgedIncident[] {
  const judges = trucesIn(dossier).flatMap((found) => {
    const current = currentReadings(dossier, found);
    return holdersOf(found).map((holder) => ({
      holder,
      agreement: found.agreement.id,
      judge: makeJudge(found.agreement, holder, current),
    }));
  });
  return incidents.flatMap((incident) =>
    judges.map(({ holder, agreement, judge }) => ({ incident: incident.id, agreement, holder, judgement: judge.judge(incident) })),
  );
}

/** Which question to which side would change most verdicts on the incidents, over all truces; those that change none come last. */
export function clarifyIncidents(dossier: Dossier, incidents: readonly IncidentFacts[]): readonly Clarification[] {
  return trucesIn(dossier)
    .flatMap((found) => clarificationValue(found.agreement, currentReadings(dossier, found), dossier.openQuestions, incidents))
    .sort((a, b) => b.changes - a.changes || (`${a.question}${a.holder}` < `${b.question}${b.holder}` ? -1 : 1));
}
