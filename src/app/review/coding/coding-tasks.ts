import type { AnchoredSpan, BlindCoding, Report, ReviewTarget } from '../../../model/index.ts';
import { monitorOf } from '../../../monitor/index.ts';
import type { BookStore } from '../../../store/index.ts';
import { dossierOf } from '../../material.ts';
import { withTextIncidents } from '../../monitoring.ts';

/** One thing to be coded: its words in their sentence, and nothing that anybody or the machine has made of them. */
export interface CodingTask {
  readonly target: ReviewTarget;
  /** Keys of its reports. */
  readonly reports: readonly string[];
  readonly spans: readonly AnchoredSpan[];
  /** The words with what stands around them. */
  readonly context: readonly { readonly before: string; readonly exact: string; readonly after: string }[];
  /** What the coder has answered; nobody else's answers are ever in it. */
  readonly own: readonly Pick<BlindCoding, 'variable' | 'value' | 'note' | 'at'>[];
}

/** Characters around the words. */
const AROUND = 300;

function contextOf({ start, end, exact }: AnchoredSpan, report: Report | undefined): CodingTask['context'][number] {
  if (!report) return { before: '', exact, after: '' };
  return { before: report.text.slice(Math.max(0, start - AROUND), start), exact, after: report.text.slice(end, end + AROUND) };
}

/** A thing that can be coded, before anybody has answered. */
export type BareTask = Omit<CodingTask, 'own'> & { readonly home: string };

/**
 * Everything that can be coded, in the order of reports and places. It is worked out from what the rules found, without corrections,
 * decisions and codings: so everybody sees the same, whatever others have done before.
 */
export async function bareTasks(store: BookStore): Promise<readonly BareTask[]> {
  const reports = (await store.facts('report')).map(({ body }) => body);
  const byKey = new Map(reports.map((report) => [report.key, report]));
  const annotations = (await store.facts('annotation')).map(({ body }) => body.annotation).filter(({ report }) => byKey.has(report));
  const material = { reports, annotations, curated: [], corrections: [], problems: [] };
  const dossier = dossierOf(material);
  const incidentReports = (await store.facts('incident_report')).map(({ body }) => body);
  const monitor = monitorOf({ dossier, reports: withTextIncidents(incidentReports, material), asOf: null });
  const told = new Map(monitor.reports.map((report) => [report.id, report]));
  const taskOf = (target: ReviewTarget, spans: readonly AnchoredSpan[], words: readonly string[] = []): BareTask => {
    const keys = [...new Set(spans.map(({ report }) => report))];
    const texts = words.map((exact) => ({ before: '', exact, after: '' }));
    return {
      target,
      reports: keys,
      spans,
      context: [...spans.map((span) => contextOf(span, byKey.get(span.report))), ...texts],
      home: byKey.get(keys[0] ?? '')?.id ?? target.id,
    };
  };
  const anchored = (report: Report, { start, end }: { readonly start: number; readonly end: number }): AnchoredSpan => ({
    report: report.key,
    start,
    end,
    exact: report.text.slice(start, end),
  });
  const tasks = [
    ...annotations.flatMap(({ report: key, statements }) => {
      const report = byKey.get(key);
      return report
        ? statements.map(({ id, content }) =>
            taskOf(
              { kind: 'statement', id },
              content.map((span) => anchored(report, span)),
            ),
          )
        : [];
    }),
    ...dossier.readings
      .filter(({ origin, spans, rule }) => origin === 'machine' && spans.length > 0 && rule !== 'ledger.silence')
      .map(({ id, spans }) => taskOf({ kind: 'reading', id }, spans)),
    ...monitor.incidents.map(({ id, reports: own }) => {
      const all = own.flatMap((one) => told.get(one) ?? []);
      const rows = all.filter(({ statement }) => statement === null).flatMap(({ text }) => text ?? []);
      return taskOf(
        { kind: 'incident', id },
        all.flatMap(({ statement }) => statement?.spans ?? []),
        rows,
      );
    }),
  ];
  const place = ({ spans, reports: keys, target }: BareTask): string =>
    [keys[0] ?? '~', String(spans[0]?.start ?? 0).padStart(9, '0'), target.kind, target.id].join('\u001f');
  return tasks
    .map((task) => ({ task, at: place(task) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ task }) => task);
}
