import type { Messages } from '../i18n/index.ts';
import { type IncidentFacts, judgeIncidents, type TraceStep, trucesIn } from '../ledger/index.ts';
import type { Dossier, Reading, Verdict } from '../model/index.ts';
import type { EntryView } from './dossier-view.ts';
import { type EntryMaker, entryMaker, withMarks } from './entries.ts';
import { type Paint, plain } from './paint.ts';
import { shortened } from './printable.ts';
import type { ContextOf } from './source-context.ts';
import { isOfOneYear } from './source-tags.ts';
import { metaText } from './text/table.ts';
import { hanging, wrapped } from './text/wrap.ts';

/** An incident with those who attribute it; the attribution is theirs, never ours. */
export interface AttributedIncident extends IncidentFacts {
  readonly attributedBy?: readonly string[];
}

export interface JudgeOptions {
  readonly messages: Messages;
  readonly contextOf?: ContextOf | null;
  readonly width?: number;
  readonly paint?: Paint;
}

/** "Attribution: to X, says Y", or that none is stated. */
function attributionOf({ by, attributedBy }: AttributedIncident, messages: Messages, maker: EntryMaker): string {
  const { attribution, attributedTo, attributedToNobody } = messages.judge;
  const says = (attributedBy ?? []).map(maker.nameOf);
  return `${attribution}: ${by ? attributedTo(maker.nameOf(by), messages.list(says)) : attributedToNobody}`;
}

function factsOf({ id, from, to, territory, place, objects, act, domain }: IncidentFacts, messages: Messages, maker: EntryMaker): string {
  const { judge } = messages;
  const where = territory === null ? judge.unknownPlace : [maker.nameOf(territory), place].filter(Boolean).join(', ');
  const what = objects.length > 0 ? objects.map(maker.nameOf).join(' / ') : judge.unknownObject;
  const when = to ? `${messages.date(from)} – ${messages.date(to)}` : messages.date(from);
  return [id, when, where, what, maker.nameOf(act ?? 'attack'), domain ? maker.nameOf(domain) : null].filter(Boolean).join(' · ');
}

/** What a step found, in the interface's words; a halt that names no acts says so. */
function foundIn({ step, answer, readings }: TraceStep, messages: Messages): string {
  const { judge } = messages;
  const said = judge.found[step][answer];
  return step === 'act' && readings.length === 0 ? `${said} (${judge.byMeaning})` : said;
}

/** Each incident under each side's reading of each truce, with the steps that led there and the words they rest on. */
export function renderJudgeText(dossier: Dossier, incidents: readonly AttributedIncident[], options: JudgeOptions): string {
  const { messages, contextOf = null, width = 100, paint = plain } = options;
  const { judge, ui } = messages;
  const maker = entryMaker(dossier, messages, contextOf);
  const oneYear = isOfOneYear(dossier.reports);
  const byId = new Map<string, Reading>(dossier.readings.map((reading) => [reading.id, reading]));
  const titles = new Map(dossier.agreements.map(({ agreement }) => [agreement.id, agreement.title[messages.code]]));
  const cited = (entry: EntryView): string => {
    const own = entry.words ? withMarks({ ...entry.words, text: shortened(entry.words.text, 160) }, messages) : '';
    return `${[entry.value, own].filter(Boolean).join(': ')} (${metaText(entry, messages, oneYear)})`;
  };
  const lead = Math.max(...Object.values(judge.step).map((word) => word.length)) + 2;
  const answer = Math.max(...Object.values(judge.answer).map((word) => word.length)) + 2;
  const stepLines = (step: TraceStep): readonly string[] => {
    const words = maker.entries(step.readings.flatMap((id) => byId.get(id) ?? [])).map(cited);
    const said = [foundIn(step, messages), ...words].join(' · ');
    return hanging(`        ${judge.step[step.step].padEnd(lead)}${judge.answer[step.answer].padEnd(answer)}`, said, width);
  };
  const versionText = (number: number, of: number, arrangement: string | null, verdict: Verdict, holder: string): string =>
    `${judge.version(number, of)}${arrangement === null ? '' : `, ${ui.arrangement(arrangement)}`} – ${judge.verdict[verdict](maker.nameOf(holder))}`;
  const judged = judgeIncidents(dossier, incidents);
  const blocks = incidents.flatMap((incident) => {
    const own = judged.filter((entry) => entry.incident === incident.id);
    return [
      '',
      paint('dim', '━'.repeat(width)),
      ...wrapped(paint('title', factsOf(incident, messages, maker)), width),
      ...[...new Set(own.map(({ agreement }) => agreement))].flatMap((agreement) => [
        '',
        ...hanging('  ', paint('heading', titles.get(agreement) ?? agreement), width),
        ...own
          .filter((entry) => entry.agreement === agreement)
          .flatMap(({ holder, judgement: { verdict, arrangements } }) => [
            ...hanging(
              '    ',
              `${paint('value', judge.verdict[verdict](maker.nameOf(holder)))}; ${attributionOf(incident, messages, maker)}`,
              width,
            ),
            // Of a side of whom nothing is known there are no steps to show.
            ...arrangements
              .filter(({ trace }) => trace[0]?.answer !== 'unknown')
              .flatMap((version, i) => [
                ...(arrangements.length > 1
                  ? hanging('      ', versionText(i + 1, arrangements.length, version.arrangement, version.verdict, holder), width)
                  : []),
                ...version.trace.flatMap(stepLines),
              ]),
          ]),
      ]),
    ];
  });
  const asOf = dossier.asOf === null ? ui.asOfAll : ui.asOf(messages.date(dossier.asOf));
  const lines = [
    ...wrapped(`${paint('title', judge.heading)} · ${asOf}`, width),
    ...wrapped(paint('dim', judge.note), width),
    ...(trucesIn(dossier).length === 0 ? ['', judge.noTruce] : blocks),
  ];
  return `${lines.map((text) => text.replaceAll('\u00a0', ' ').trimEnd()).join('\n')}\n`;
}

/** The verdicts as data: incidents as given, and for each truce and side the verdict with its steps and readings. */
export function judgeJson(dossier: Dossier, incidents: readonly AttributedIncident[]): string {
  const verdicts = judgeIncidents(dossier, incidents).map(({ incident, agreement, holder, judgement }) => ({
    incident,
    agreement,
    holder,
    ...judgement,
  }));
  const used = new Set(
    verdicts.flatMap(({ arrangements }) => arrangements.flatMap(({ trace }) => trace.flatMap(({ readings }) => readings))),
  );
  const { asOf, heldAt } = dossier;
  const agreements = trucesIn(dossier).map(({ agreement: { id, title } }) => ({ id, title }));
  const readings = dossier.readings.filter(({ id }) => used.has(id));
  return `${JSON.stringify({ schema: 'trucebook/verdicts@1', asOf, heldAt, agreements, incidents, verdicts, readings }, null, 2)}\n`;
}
