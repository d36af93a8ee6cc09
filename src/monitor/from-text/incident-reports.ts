import type { HolderLookup } from '../../ledger/index.ts';
import {
  type Annotation,
  type ClaimMention,
  claimantsOf,
  type EventMention,
  type IncidentPlace,
  type IncidentReport,
  idOf,
  type Report,
  type ReportStance,
  type Span,
  type Statement,
} from '../../model/index.ts';
import { reliabilityOf } from '../grade/reliability.ts';
import { allegedAgainst, justTold, type Thread, threadOf } from './threads.ts';
import { attackerOf, newsroomOf, type Voice, voiceOf, voiceOfClaim } from './voices.ts';

/** Acts of speech whose content has not happened, whatever its grammar. */
const UNREAL_ACTS: ReadonlySet<Statement['act']> = new Set(['threaten', 'propose', 'demand', 'request']);

/** One thing that a report says about one event. */
interface Word {
  readonly thread: Thread;
  readonly stance: ReportStance;
  readonly voice: Voice;
  readonly accused: string | null;
  readonly span: Span;
}

/**
 * The incident reports of one news report: what it tells itself, and what each side in it alleges, denies, admits or leaves without
 * a word. Whoever is accused stands near the act or in the allegation; where nobody is named, nobody is.
 */
export function incidentReportsOf(report: Report, annotation: Annotation, lookup: HolderLookup): readonly IncidentReport[] {
  const words: Word[] = [];
  const threads: Thread[] = [];
  const statementAt = (cue: number): Statement | null =>
    annotation.statements.find(({ cue: own }) => own.some(({ start }) => start === cue)) ?? null;
  const items = [
    ...annotation.events.map((event) => ({ at: event.head.start, event, claim: null })),
    // A claim about what was told before is heard where it stands; one about its own event is heard with the event.
    ...annotation.claims.filter(({ about }) => about !== 'event').map((claim) => ({ at: claim.span.start, event: null, claim })),
    ...annotation.silences.map((silence) => ({ at: silence.span.start, event: null, claim: null, silence })),
  ].sort((a, b) => a.at - b.at);
  for (const item of items) {
    if (item.event) words.push(...wordsOfEvent(item.event, { report, annotation, lookup, threads }));
    else if (item.claim)
      words.push(
        ...wordsOfClaim(item.claim, { report, annotation, lookup, threads }, statementOfClaim(item.claim, annotation, statementAt)),
      );
    else if ('silence' in item) words.push(...wordsOfSilence(item.silence, { report, annotation, lookup, threads }));
  }
  return reportsFrom(words, report);
}

interface Reading {
  readonly report: Report;
  readonly annotation: Annotation;
  readonly lookup: HolderLookup;
  readonly threads: Thread[];
}

function wordsOfEvent(event: EventMention, { report, annotation, lookup, threads }: Reading): readonly Word[] {
  const statement = innermost(event.head, annotation.statements);
  if (statement && UNREAL_ACTS.has(statement.act)) return [];
  const claim = annotation.claims.find(
    ({ about, span }) => about === 'event' && span.start <= event.head.start && span.end >= event.head.end,
  );
  const thread = threadOf(event, threads, report.date, claim !== undefined || event.rule.endsWith('.noun'));
  if (!thread) return [];
  threads.push(thread);
  if (event.scene) return [];
  const told = claim ? byClaim(event, claim, statement, { report, lookup }) : byStatement(event, statement, { report, lookup });
  if (!told) return [];
  const { voice, stance, accused } = told;
  return [...sceneOf(thread, report), heard({ thread, stance, voice, accused, span: claim?.span ?? spanOf(event, statement) })];
}

type Told = Pick<Word, 'voice' | 'stance' | 'accused'>;

function byClaim(
  event: EventMention,
  claim: ClaimMention,
  statement: Statement | null,
  { report, lookup }: Pick<Reading, 'report' | 'lookup'>,
): Told | null {
  const voice = voiceOfClaim(claim, statement, report, lookup);
  if (!voice) return null;
  const attacker = attackerOf(event, lookup);
  switch (claim.kind) {
    case 'accuses': {
      const accused = (claim.against === null ? null : lookup.holderOf(claim.against)) ?? attacker;
      return { voice, stance: 'alleges', accused };
    }
    case 'denies':
      return { voice, stance: 'denies', accused: attacker ?? voice.side };
    case 'admits':
      return { voice, stance: 'confirms', accused: voice.side };
    case 'confirms':
      return { voice, stance: 'confirms', accused: attacker };
    case 'silent':
      return { voice, stance: 'no_comment', accused: null };
  }
}

function byStatement(event: EventMention, statement: Statement | null, { report, lookup }: Pick<Reading, 'report' | 'lookup'>): Told {
  const voice = statement ? voiceOf(statement, report, lookup) : newsroomOf(report);
  const accused = attackerOf(event, lookup);
  if (event.polarity === 'neg' || statement?.act === 'deny') return { voice, stance: 'denies', accused: accused ?? voice.side };
  if (voice.kind === 'newsroom' || voice.kind === 'agency' || voice.kind === 'monitor') return { voice, stance: 'reports', accused };
  if (voice.side !== null && accused === voice.side) return { voice, stance: 'confirms', accused };
  return { voice, stance: accused === null ? 'reports' : 'alleges', accused };
}

/** What is done with an allegation or a responsibility spoken of before. */
function wordsOfClaim(claim: ClaimMention, { report, lookup, threads }: Reading, statement: Statement | null): readonly Word[] {
  const voice = voiceOfClaim(claim, statement, report, lookup);
  if (!voice) return [];
  const { side } = voice;
  const last = justTold(threads, claim.span.start);
  const made = (thread: Thread, stance: ReportStance, accused: string | null): readonly Word[] => [
    ...sceneOf(thread, report),
    heard({ thread, stance, voice, accused, span: claim.span }),
  ];
  if (claim.kind === 'accuses') {
    const accused = claim.against === null ? null : lookup.holderOf(claim.against);
    return last && accused !== null ? made(last, 'alleges', accused) : [];
  }
  const alleged = allegedAgainst(side, threads, claim.span.start, claim.plural);
  const meant = claim.about === 'responsibility' && last ? [last] : alleged;
  if (claim.kind === 'denies') return meant.flatMap((thread) => made(thread, 'denies', side));
  if (claim.kind === 'admits') return meant.flatMap((thread) => made(thread, 'confirms', side));
  if (claim.kind === 'silent') return meant.flatMap((thread) => made(thread, 'no_comment', null));
  return [];
}

/** "Has not reacted" right behind an allegation is a silence about it. */
function wordsOfSilence({ span, speakers }: Annotation['silences'][number], { report, lookup, threads }: Reading): readonly Word[] {
  const [speaker] = speakers;
  if (!speaker) return [];
  const { holder } = lookup.standingOf(speaker, report.date);
  const last = justTold(threads, span.start);
  if (holder === null || !last?.accused.has(holder)) return [];
  const voice: Voice = { ...newsroomOf(report), side: holder, kind: 'side' };
  return [heard({ thread: last, stance: 'no_comment', voice, accused: null, span })];
}

/** The newsroom's own words about a fire that somebody then calls an attack. */
function sceneOf(thread: Thread, report: Report): readonly Word[] {
  if (!thread.scene || thread.sceneTold) return [];
  thread.sceneTold = true;
  return [{ thread, stance: 'reports', voice: newsroomOf(report), accused: null, span: thread.scene }];
}

/** Notes who is accused; a side that is accused and accuses in its turn makes a counter-allegation. */
function heard(word: Word): Word {
  const { thread, stance, voice, accused } = word;
  const answers = stance === 'alleges' && voice.side !== null && accused !== voice.side && thread.charged.has(voice.side);
  const charged = stance === 'denies' ? voice.side : stance === 'no_comment' ? null : accused;
  // A denial shows that the side was accused, also where the report has not told by whom.
  if (charged !== null) {
    thread.accused.add(charged);
    if (!answers) thread.charged.add(charged);
  }
  return answers ? { ...word, stance: 'counter_alleges' } : word;
}

function innermost(head: Span, statements: readonly Statement[]): Statement | null {
  let found: Statement | null = null;
  for (const statement of statements) {
    if (!statement.content.some(({ start, end }) => start <= head.start && end >= head.end)) continue;
    if (!found || statement.level >= found.level) found = statement;
  }
  return found;
}

function statementOfClaim(claim: ClaimMention, annotation: Annotation, statementAt: (cue: number) => Statement | null): Statement | null {
  const own = annotation.statements.find(({ cue }) => cue.some(({ start, end }) => start >= claim.span.start && end <= claim.span.end));
  return own ?? statementAt(claim.span.start);
}

/** Characters from the cue within which the speaker is named. */
const SPEAKER_REACH = 120;

/** The words a report rests on: the statement with its cue where they stand together, else the clause. */
function spanOf(event: EventMention, statement: Statement | null): Span {
  if (!statement) return event.span;
  const content = statement.content.filter(({ start, end }) => start <= event.head.start && end >= event.head.end);
  const whole = [...statement.cue, ...content];
  const speaker = statement.speakerSpan;
  const [start, end] = [Math.min(...whole.map((span) => span.start)), Math.max(...whole.map((span) => span.end))];
  const pieces = speaker && speaker.start > start - SPEAKER_REACH && speaker.end < end + SPEAKER_REACH ? [...whole, speaker] : whole;
  return { start: Math.min(...pieces.map(({ start }) => start)), end: Math.max(...pieces.map(({ end }) => end)) };
}

function reportsFrom(words: readonly Word[], report: Report): readonly IncidentReport[] {
  const seen = new Set<string>();
  return words.flatMap((word) => {
    const regions: readonly (string | null)[] = word.thread.regions.length > 0 ? word.thread.regions : [null];
    return regions.flatMap((region) => {
      const made = reportOf(word, region, report);
      // A headline and the sentence behind it are one word, not two.
      const key = [made.stance, made.speaker ?? made.source, made.accused, made.from, made.to, region, made.objects.join(), made.act].join(
        '\u001f',
      );
      if (seen.has(key)) return [];
      seen.add(key);
      return [made];
    });
  });
}

function reportOf({ thread, stance, voice, accused, span }: Word, region: string | null, report: Report): IncidentReport {
  const exact = report.text.slice(span.start, span.end);
  return {
    id: idOf('irep', report.id, stance, voice.side ?? voice.source, accused, thread.at, region),
    source: voice.source,
    independenceGroup: voice.group,
    url: report.url,
    row: null,
    statement: {
      report: report.key,
      statement: voice.statement ?? idOf('narr', report.id, span.start),
      spans: [{ report: report.key, ...span, exact }],
    },
    stance,
    speaker: voice.side,
    accused,
    from: thread.from,
    to: thread.to,
    place: placeOfRegion(region, thread.territory, thread.from),
    objects: thread.objects,
    act: thread.act,
    outcome: thread.outcome,
    means: voice.means,
    // Nobody has graded it: grading goes by what kind of source it is, which only a monitor does not show otherwise.
    reliability: voice.kind === 'monitor' ? reliabilityOf('monitor') : 'F',
    text: exact,
    language: report.language,
    knownFrom: report.date,
  };
}

function placeOfRegion(region: string | null, territory: string | null, from: string | null): IncidentPlace {
  return {
    precision: region !== null ? 'admin1' : territory !== null ? 'country' : 'unknown',
    territory: region?.slice(0, 2) ?? territory,
    admin1: region,
    cell: null,
    claimedBy: region === null ? [] : claimantsOf(region, from),
    controlledBy: null,
    domain: null,
  };
}
