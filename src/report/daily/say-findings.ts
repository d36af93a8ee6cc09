import type { CountRange } from '../../model/index.ts';
import type { DailyReport, Finding } from './daily-report-data.ts';
import type { ReportWords } from './report-words.ts';

type FindingOf<K extends Finding['kind']> = Extract<Finding, { kind: K }>;
type Say<K extends Finding['kind']> = (finding: FindingOf<K>, words: ReportWords, report: DailyReport) => string;

const isNone = ({ max }: CountRange): boolean => max === 0;

/** One sentence a kind of finding; each names all parties alike and sets none against another. */
const SAY: { readonly [K in Finding['kind']]: Say<K> } = {
  charges: ({ all, counts }, { daily, sideOf }, { incidents }) => {
    const { finding } = daily;
    const updated = incidents.filter(({ status }) => status === 'updated').length;
    const more = updated > 0 ? [finding.updated(updated)] : [];
    if (isNone(all.now)) return [finding.noIncidents(all.before), ...more].join(' ');
    const parts = counts.flatMap(({ kind, accused, now, before }) => {
      if (kind === 'side' && accused !== null) return [finding.chargedSide(sideOf(accused), now, before)];
      if (isNone(now) && isNone(before)) return [];
      return [kind === 'several' ? finding.chargedSeveral(now, before) : finding.chargedNobody(now, before)];
    });
    const said = parts.join('; ');
    return [`${finding.incidents(all.now, all.before)}.`, `${said.charAt(0).toUpperCase()}${said.slice(1)}.`, ...more].join(' ');
  },
  answers: (counts, { daily }) => (counts.charged === 0 ? daily.finding.noCharges : daily.finding.answers(counts)),
  readings: ({ agreement, incidents, counts }, { daily, sideOf, titleOf }) => {
    const said = counts.map(({ holder, covered, outside, open }) => daily.finding.reading(sideOf(holder), covered, outside, open));
    return `${daily.finding.readings(incidents, titleOf(agreement))}: ${said.join('; ')}.`;
  },
  occurrence: ({ incidents, levels }, { daily }) => daily.finding.occurrence(incidents, levels),
  positions: ({ changes, states }, { daily, messages, titleOf }) => {
    const { finding } = daily;
    const { overallState } = messages;
    if (changes === 0) return finding.noChanges;
    const said = states.map(({ agreement, was, is }) =>
      finding.state(titleOf(agreement), was === null ? null : overallState[was], overallState[is]),
    );
    return [finding.changes(changes), ...said].join(' ');
  },
  limits: ({ withheld, gaps }, { daily }, { embargoHours }) => {
    const { finding } = daily;
    const hasLag = Object.values(embargoHours).some((hours) => hours !== 0);
    const held = withheld.isSome ? [finding.withheld(withheld.count)] : hasLag ? [finding.noneWithheld] : [];
    return [...held, gaps > 0 ? finding.gaps(gaps) : finding.noGaps].join(' ');
  },
};

/** The findings as sentences. */
export function sayFindings(report: DailyReport, words: ReportWords): readonly string[] {
  return report.findings.map((finding) => {
    const say = SAY[finding.kind] as (finding: Finding, words: ReportWords, report: DailyReport) => string;
    return say(finding, words, report);
  });
}
