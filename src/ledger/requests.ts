import { idOf, type Request } from '../model/index.ts';
import { rangeOf } from './instant.ts';
import type { Said } from './mentions-in.ts';

const KINDS: Readonly<Partial<Record<Said['statement']['act'], Request['kind']>>> = {
  request: 'request',
  demand: 'demand',
  promise: 'promise',
};
const ABOUT: ReadonlySet<string> = new Set(['topic', 'object', 'agreement', 'act']);

/** A side that has spoken of a topic this often without deciding has given no answer that could still be told from the rest. */
const ENOUGH = 100;

/** What was asked or promised, of whom, until when, and what has been reported of it since; silence is the usual outcome. */
export function findRequests(said: readonly Said[], holderOf: (actor: string) => string | null): readonly Request[] {
  const spoken = new Map<string, Placed[]>();
  for (const one of said) {
    if (one.standing.holder === null) continue;
    const at = rangeOf(one.report.date ?? '')?.from;
    if (at === undefined) continue;
    for (const code of aboutOf(one)) {
      const key = `${one.standing.holder}\u001f${code}`;
      const list = spoken.get(key);
      if (list) list.push({ one, at });
      else spoken.set(key, [{ one, at }]);
    }
  }
  for (const list of spoken.values()) list.sort((a, b) => a.at - b.at || (a.one.statement.id < b.one.statement.id ? -1 : 1));
  const speaking = new Set(said.flatMap(({ standing }) => standing.holder ?? []));
  const made: Request[] = [];
  for (const one of said) {
    const kind = KINDS[one.statement.act];
    const from = one.standing.holder;
    if (kind === undefined || from === null) continue;
    const about = aboutOf(one);
    const to = addresseeOf(one, from, holderOf, speaking);
    const { outcome, answers } = outcomeOf(
      kind,
      to === null ? [] : about.flatMap((code) => after(one, spoken.get(`${to}\u001f${code}`) ?? [])),
    );
    const content = one.statement.content[0] ?? { start: 0, end: 0 };
    made.push({
      id: idOf('req', one.statement.id),
      kind,
      from,
      to,
      about,
      statement: one.statement.id,
      span: { ...content, report: one.report.key, exact: one.report.text.slice(content.start, content.end) },
      due: dueOf(one),
      outcome,
      answers,
    });
  }
  return made.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Codes of what a statement is about, each once. */
export function aboutOf({ mentions }: Said): readonly string[] {
  return [...new Set(mentions.filter(({ kind }) => ABOUT.has(kind)).map(({ code }) => code))].sort();
}

/** How far into what is asked its subject may stand: "that Y withdraws" asks Y, "more arms for Y" does not. */
const SUBJECT_WITHIN = 12;

/** The addressee the sentence names; else the only other holder it begins with who speaks anywhere: a venue is asked nothing. */
function addresseeOf(
  { statement, mentions }: Said,
  from: string,
  holderOf: (actor: string) => string | null,
  speaking: ReadonlySet<string>,
): string | null {
  const named = statement.addressee === null ? null : (holderOf(statement.addressee) ?? null);
  if (named !== null) return named;
  const others = new Set(
    mentions
      .filter(({ kind, span }) => kind === 'actor' && span.start - (statement.content[0]?.start ?? 0) <= SUBJECT_WITHIN)
      .flatMap(({ code }) => holderOf(code) ?? [])
      .filter((code) => speaking.has(code)),
  );
  others.delete(from);
  return others.size === 1 ? ([...others][0] ?? null) : null;
}

/** The first date in the content that lies after the report; a vague or past one is no due date. */
function dueOf({ statement, annotation, report }: Said): string | null {
  const published = report.date === null ? null : rangeOf(report.date);
  for (const time of annotation.times) {
    const inside = statement.content.some(({ start, end }) => start <= time.span.start && time.span.end <= end);
    const range = inside && (time.type === 'DATE' || time.type === 'TIME') ? rangeOf(time.value) : null;
    if (range && published && range.from >= published.from) return time.value;
  }
  return null;
}

interface Placed {
  readonly one: Said;
  readonly at: number;
}

/** What the other side said of the same thing afterwards: in later reports, or further down in the same one. */
function after(one: Said, list: readonly Placed[]): readonly Said[] {
  const since = rangeOf(one.report.date ?? '')?.from;
  if (since === undefined) return [];
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.at ?? 0) < since) low = middle + 1;
    else high = middle;
  }
  return list
    .slice(low, low + ENOUGH)
    .filter(({ one: answer, at }) => at > since || (answer.report.key === one.report.key && startOf(answer) > startOf(one)))
    .map(({ one: answer }) => answer);
}

function outcomeOf(
  kind: Request['kind'],
  later: readonly Said[],
): { readonly outcome: Request['outcome']; readonly answers: readonly string[] } {
  const nothing = { outcome: 'nothing_reported', answers: [] } as const;
  if (kind === 'promise') return nothing;
  const answers = [...new Set(later.map(({ statement }) => statement.id))].sort();
  const negative = later.find(({ statement }) => statement.act === 'reject' || (statement.act === 'agree' && statement.polarity === 'neg'));
  if (negative) return { outcome: 'refused', answers: [negative.statement.id] };
  const positive = later.find(({ statement }) => statement.act === 'agree' || statement.act === 'promise' || statement.act === 'order');
  if (positive) return { outcome: 'granted', answers: [positive.statement.id] };
  const open = later.find(({ statement }) => statement.act === 'announce' || statement.modality.includes('future'));
  if (open) return { outcome: 'under_review', answers: [open.statement.id] };
  return answers.length ? { outcome: 'answered', answers } : nothing;
}

const startOf = ({ statement }: Said): number => statement.content[0]?.start ?? 0;
