import { idOf, type Report, type Span, type Statement } from '../../model/index.ts';
import { BookFailure } from '../../store/index.ts';
import { locateWords } from './locate-words.ts';
import { actNamed, formNamed, polarityNamed, speakersNamed } from './statement-change.ts';

/** Name of the rule of statements that a person has anchored. */
export const BY_HAND = 'by_hand';

/** What a person says of the words of a report; `reading` is what they mean for an agreement, if it is said. */
export interface AnchoredStatement {
  readonly statement: Statement;
  readonly reading: Readonly<Record<string, unknown>> | null;
}

const STATEMENT = ['words', 'occurrence', 'start', 'end', 'speakers', 'via', 'act', 'polarity', 'form'];
const READING = ['agreement', 'element', 'holder', 'value', 'stance', 'authority'];

const refused = (reason: string): BookFailure => new BookFailure('TB_ANCHOR_SHAPE', { reason });

/** Opening and closing marks of quotations, as newspapers of several languages set them. */
const OPENING = /[„“”"«»‚‘'‹›]/;

function placeOf(report: Report, { words, occurrence, start, end }: Readonly<Record<string, unknown>>): Span {
  if (words !== undefined) {
    if (typeof words !== 'string') throw refused('words must be a text');
    if (occurrence !== undefined && !(Number.isInteger(occurrence) && Number(occurrence) > 0))
      throw refused('occurrence must be a whole number from 1');
    return locateWords(report, words, occurrence === undefined ? undefined : Number(occurrence));
  }
  const isWithin =
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    0 <= Number(start) &&
    Number(start) < Number(end) &&
    Number(end) <= report.text.length;
  if (!isWithin) throw refused('give the words, or a start and an end within the text');
  return { start: Number(start), end: Number(end) };
}

/** Makes the statement that a person finds in a report of any language: who says which words, and with which act. */
export function anchorStatement(report: Report, change: Readonly<Record<string, unknown>> | null): AnchoredStatement {
  const given = change ?? {};
  const extra = Object.keys(given).find((name) => !STATEMENT.includes(name) && !READING.includes(name));
  if (extra !== undefined) throw refused(`there is no field "${extra}"`);
  const place = placeOf(report, given);
  if (report.text.slice(place.start, place.end).trim() === '') throw refused('there are no words at this place');
  const speakers = speakersNamed(given['speakers']);
  const via = given['via'] === undefined ? [] : speakersNamed(given['via']);
  const isQuoted = OPENING.test(report.text.charAt(place.start - 1)) && OPENING.test(report.text.charAt(place.end));
  const statement: Statement = {
    id: idOf('stmt', report.key, BY_HAND, place.start, place.end, speakers.map(({ name }) => name).join('+')),
    report: report.key,
    content: [place],
    cue: [],
    speakerSpan: null,
    speakers,
    onBehalfOf: null,
    via,
    level: 0,
    within: null,
    form: given['form'] === undefined ? (isQuoted ? 'direct' : 'indirect') : formNamed(given['form']),
    layer: 'speech',
    act: actNamed(given['act']),
    modality: [],
    polarity: given['polarity'] === undefined ? 'pos' : polarityNamed(given['polarity']),
    conditions: [],
    addressee: null,
    when: null,
    headline: false,
    inferredByNarrator: false,
    editorialInserts: [],
    rule: BY_HAND,
    confidence: 1,
  };
  const reading = Object.fromEntries(READING.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]));
  if (Object.keys(reading).length === 0) return { statement, reading: null };
  const exact = report.text.slice(place.start, place.end);
  return {
    statement,
    reading: { ...reading, spans: [{ report: report.key, ...place, exact }], speaker: speakers.map(({ name }) => name).join(' + ') },
  };
}
