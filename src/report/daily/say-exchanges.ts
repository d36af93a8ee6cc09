import type { DailyReport, Exchange, ReplyWords, Word } from './daily-report-data.ts';
import type { ReportTable } from './daily-view.ts';
import type { Line, ReportWords } from './report-words.ts';
import { INCIDENTS_SHOWN } from './say-incidents.ts';

/** Allegations and answers, one row an incident and the same columns for every party. */
export function sayExchanges({ exchanges }: DailyReport, words: ReportWords): ReportTable | null {
  const { daily, nameOf } = words;
  const [first] = exchanges;
  if (!first) return null;
  const hasOthers = exchanges.some(({ others }) => others.length > 0);
  const rows = exchanges.filter(({ row }) => row === null || row <= INCIDENTS_SHOWN);
  return {
    caption: daily.exchange.caption,
    columns: [daily.exchange.incident, ...first.bySide.map(({ holder }) => nameOf(holder)), ...(hasOthers ? [daily.exchange.others] : [])],
    rows: rows.map((exchange) => ({
      id: null,
      cells: [
        headOf(exchange, words),
        ...exchange.bySide.map(({ holder, words: own, replies }) => [
          ...linesOf(own, holder, words),
          ...replies.map((reply) => replyLine(reply, words)),
        ]),
        ...(hasOthers ? [exchange.others.length === 0 ? [] : linesOf(exchange.others, null, words)] : []),
      ],
    })),
    note: null,
  };
}

function headOf({ row, from, to, place, objects }: Exchange, { daily, span, placeName, objectsName }: ReportWords): readonly Line[] {
  const where = placeName(place) || daily.table.noPlace;
  const when = span(from, to) || daily.table.noDate;
  const more = { text: [where, objectsName(objects)].filter(Boolean).join(', '), soft: true };
  return [row === null ? { text: `${daily.exchange.general}, ${when}` } : { text: `${row}, ${when}`, row }, more];
}

function linesOf(own: readonly Word[], holder: string | null, { daily, sideOf }: ReportWords): readonly Line[] {
  if (own.length === 0) return [{ text: daily.exchange.silent, soft: true }];
  return own.map(({ stance, accused, source, isNew, isMaybe, note }) => {
    const said = daily.exchange.words[stance](accused === null ? null : sideOf(accused), accused === holder);
    const who = holder === null ? `${source}: ${said}` : said;
    const marks = [...(isMaybe ? [daily.exchange.isMaybe] : []), ...(isNew ? [daily.exchange.isNew] : [])];
    return { text: marks.length > 0 ? `${who} (${marks.join(', ')})` : who, notes: [note] };
  });
}

/** The words of a reply are quoted as they stand, in the language in which they came. */
function replyLine({ speaker, words, language, note }: ReplyWords, { daily, messages }: ReportWords): Line {
  const [outer, other] = messages.quotes;
  const [open, close] = words.includes(outer[0]) || words.includes(outer[1]) ? other : outer;
  return { text: `${daily.exchange.reply(speaker)}: ${open}${words}${close}`, notes: [note], language };
}
