import type { Incident, IncidentReport, MonitorBook, ReleasedBook } from '../../model/index.ts';
import type { Exchange, IncidentRow, ReplyWords, Word } from './daily-report-data.ts';
import type { Notes } from './endnotes.ts';

/**
 * What is said on each incident, in one column for each party and one for everybody else. Every party has the same columns; where
 * nothing is known of a side, its column is empty and says so. An answer that may be to one of several incidents stands beside each of
 * them and says so; words that are about no single incident come last.
 */
export function exchangesOf(
  rows: readonly IncidentRow[],
  answers: readonly Incident[],
  book: ReleasedBook,
  earlier: MonitorBook,
  parties: readonly string[],
  notes: Notes,
): readonly Exchange[] {
  const reports = new Map(book.reports.map((report) => [report.id, report]));
  const incidents = new Map(book.incidents.map((incident) => [incident.id, incident]));
  const known = new Set(earlier.reports.map(({ id }) => id));
  const repliesOf = (incident: Incident, holder: string): readonly ReplyWords[] =>
    book.replies
      .filter((reply) => reply.by === holder && (reply.incident === incident.id || incident.reports.includes(reply.incident)))
      .map(({ speaker, words, language, at, url, by }) => ({
        speaker,
        words,
        language,
        at,
        note: notes.ofAddress(speaker ?? by, at, url),
      }));
  const wordsOf = (incident: Incident, isMaybe: boolean): readonly Spoken[] =>
    incident.reports
      .flatMap((id) => reports.get(id) ?? [])
      .map((report) => ({ speaker: report.speaker, word: wordOf(report, !known.has(report.id), isMaybe, notes) }));
  const exchange = (incident: Incident, row: number | null, more: readonly Incident[]): Exchange => {
    const words = [...wordsOf(incident, false), ...more.flatMap((answer) => wordsOf(answer, true)).filter(({ word }) => isAnswer(word))];
    const { from, to, place, objects } = incident;
    return {
      row,
      from,
      to,
      place,
      objects,
      bySide: parties.map((holder) => ({
        holder,
        words: once(words.filter(({ speaker }) => speaker === holder)),
        replies: repliesOf(incident, holder),
      })),
      others: once(words.filter(({ speaker }) => speaker === null || !parties.includes(speaker))),
    };
  };
  const placed = new Set<Incident>();
  const beside = rows.flatMap(({ id, number }) => {
    const incident = incidents.get(id);
    if (!incident) return [];
    const own = answers.filter((answer) => isNear(incident, answer));
    for (const answer of own) placed.add(answer);
    const others = rows.flatMap((row) => (row.id === id ? [] : (incidents.get(row.id) ?? []))).filter((other) => isNear(incident, other));
    return [exchange(incident, number, [...own, ...others])];
  });
  return [...beside, ...answers.filter((answer) => !placed.has(answer)).map((answer) => exchange(answer, null, []))];
}

interface Spoken {
  readonly speaker: string | null;
  readonly word: Word;
}

/** Of another event only what answers a charge is shown beside this one. */
function isAnswer({ stance }: Word): boolean {
  return stance === 'denies' || stance === 'counter_alleges' || stance === 'no_comment';
}

/** Whether the monitor could not tell if the two are about one event. */
function isNear(incident: Incident, answer: Incident): boolean {
  return answer.reports.some((id) => incident.maybe.includes(id)) || incident.reports.some((id) => answer.maybe.includes(id));
}

function wordOf(report: IncidentReport, isNew: boolean, isMaybe: boolean, notes: Notes): Word {
  const { stance, accused, source } = report;
  return { stance, accused, source, isNew, isMaybe, note: notes.ofReport(report) };
}

/** Several lines of one page that say the same are one word. */
function once(words: readonly Spoken[]): readonly Word[] {
  const seen = new Map<string, Word>();
  for (const { word } of words) {
    const key = `${word.stance}\u001f${word.accused ?? ''}\u001f${word.note}`;
    if (!seen.has(key)) seen.set(key, word);
  }
  return [...seen.values()];
}
