import type { Position, SpeechAct } from '../model/index.ts';
import type { Said } from './mentions-in.ts';
import { sortBy } from './sort-by.ts';

/** What an act says of the speaker's will; a bare assertion takes no position that could shift. */
const LEANING: Readonly<Record<SpeechAct, 'for' | 'against' | 'if' | 'none'>> = {
  agree: 'for',
  promise: 'for',
  propose: 'for',
  order: 'for',
  praise: 'for',
  announce: 'none',
  reject: 'against',
  deny: 'against',
  doubt: 'against',
  threaten: 'against',
  condition: 'if',
  demand: 'if',
  request: 'none',
  assert: 'none',
};
const FLIPPED = { for: 'against', against: 'for', if: 'if', none: 'none' } as const;

/** The positions a side's speakers take on an issue, in the order of time, and from which earlier one each has shifted. */
export function findPositions(said: readonly Said[], holderOf: (actor: string) => string | null = () => null): readonly Position[] {
  const made: Position[] = [];
  const last = new Map<string, { statement: string; leaning: string; at: string | null }>();
  const inTime = sortBy(said, ({ statement, report }) => `${statement.when ?? report.date ?? '~'}\u001f${statement.id}`);
  for (const { statement, report, standing, mentions } of inTime) {
    const at = statement.when ?? report.date;
    if (
      standing.holder === null ||
      standing.authority === 'anonymous' ||
      standing.authority === 'adviser' ||
      standing.authority === 'narration'
    )
      continue;
    const leaning = statement.polarity === 'neg' ? FLIPPED[LEANING[statement.act]] : LEANING[statement.act];
    const issues = new Set(mentions.filter(({ kind }) => kind === 'agreement' || kind === 'topic').map(({ code }) => code));
    const call = leaning === 'none' ? null : callOf(standing.holder, mentions, holderOf);
    if (call !== null) issues.add(call);
    const content = statement.content[0];
    if (!content) continue;
    for (const issue of [...issues].sort()) {
      const key = `${standing.holder}\u001f${issue}`;
      const before = last.get(key);
      made.push({
        holder: standing.holder,
        issue,
        at,
        statement: statement.id,
        span: { ...content, report: report.key, exact: report.text.slice(content.start, content.end) },
        act: statement.act,
        polarity: statement.polarity,
        shiftFrom: before && leaning !== 'none' && before.leaning !== leaning && before.at !== at ? before.statement : null,
      });
      if (leaning !== 'none') last.set(key, { statement: statement.id, leaning, at });
    }
  }
  return sortBy(made, positionKey);
}

/** How a side calls a talk it had: an issue of its own for each pair of those who talked, so that two calls stay two. */
function callOf(holder: string, mentions: Said['mentions'], holderOf: (actor: string) => string | null): string | null {
  if (!mentions.some(({ kind, code }) => kind === 'element' && code === 'conversation')) return null;
  const others = new Set(mentions.filter(({ kind }) => kind === 'actor').flatMap(({ code }) => holderOf(code) ?? []));
  others.delete(holder);
  const [other] = others;
  return other === undefined || others.size > 1 ? null : `conversation:${[holder, other].sort().join('-')}`;
}

const positionKey = ({ holder, issue, at, statement }: Position): string => `${holder}\u001f${issue}\u001f${at ?? '~'}\u001f${statement}`;
