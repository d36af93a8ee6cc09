import type { CoverageGap, Dossier } from '../../model/index.ts';
import type { IncidentRow, Limit, Withheld } from './daily-report-data.ts';

/** Questions of one agreement that are printed; the page of the agreement has all of them. */
const QUESTIONS_SHOWN = 4;

/** What could not be established, from what is least certain about the incidents to what nobody has said. */
export function limitsOf(
  rows: readonly IncidentRow[],
  concerned: readonly string[],
  dossier: Dossier,
  gaps: readonly CoverageGap[],
  withheld: Withheld,
  datedToTheDay: number,
): readonly Limit[] {
  const rowsWhere = (
    kind: Extract<Limit, { rows: unknown; open?: never }>['kind'],
    holds: (row: IncidentRow) => boolean,
  ): readonly Limit[] => {
    const found = rows.filter(holds).map(({ number }) => number);
    return found.length === 0 ? [] : [{ kind, rows: found }];
  };
  return [
    ...rowsWhere('single_source', ({ occurrence }) => occurrence.level === 'single_source'),
    ...rowsWhere('unverified', ({ occurrence }) => occurrence.level === 'unverified'),
    ...rowsWhere('disputed', ({ attribution }) => attribution.level === 'alleged_and_denied'),
    ...rowsWhere('no_region', ({ place }) => place.admin1 === null),
    ...rowsWhere('no_day', ({ from, to }) => from === null || from.length < 10 || to !== null),
    ...rowsWhere('no_class', ({ objects }) => objects.length !== 1),
    ...rowsWhere('maybe_same', ({ maybeSame }) => maybeSame.length > 0),
    ...concerned.flatMap((agreement) => openVerdicts(rows, agreement)),
    ...(withheld.isSome ? [{ kind: 'withheld' as const, count: withheld.count }] : []),
    ...(datedToTheDay > 0 ? [{ kind: 'dated_to_the_day' as const, count: datedToTheDay }] : []),
    ...gaps.map(({ from, to, side, source, why }) => ({ kind: 'gap' as const, from, to, side, source, why })),
    ...concerned.flatMap((agreement) => questionsOf(dossier, agreement)),
  ];
}

/** For each holder and step that leaves verdicts open, the incidents concerned. */
function openVerdicts(rows: readonly IncidentRow[], agreement: string): readonly Limit[] {
  const byStep = new Map<string, Extract<Limit, { kind: 'verdict' }>>();
  for (const { number, verdicts } of rows) {
    for (const { agreement: own, holder, verdict, open } of verdicts) {
      if (own !== agreement || (verdict !== 'indeterminate' && verdict !== 'reading_unknown')) continue;
      const key = `${holder}\u001f${open.join(' ')}`;
      byStep.set(key, { kind: 'verdict', agreement, holder, open, rows: [...(byStep.get(key)?.rows ?? []), number] });
    }
  }
  return [...byStep.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, limit]) => limit);
}

function questionsOf({ openQuestions }: Dossier, agreement: string): readonly Limit[] {
  return openQuestions
    .filter((question) => question.agreement === agreement && question.state === 'open')
    .slice(0, QUESTIONS_SHOWN)
    .map(({ text, to }) => ({ kind: 'question' as const, agreement, text, to }));
}
