import { SPEECH_ACTS, type Span, type Speaker, type Statement } from '../../model/index.ts';
import { BookFailure } from '../../store/index.ts';
import { defaultRegistry } from '../../text/actors/index.ts';
import type { ReviewItem } from './review-item.ts';
import type { StatementChange } from './statement-layer.ts';

const FORMS = ['direct', 'mixed', 'indirect', 'reported', 'free_indirect'] as const satisfies readonly Statement['form'][];
const POLARITIES = ['pos', 'neg'] as const;
const MOST_SPEAKERS = 8;
const LONGEST_NAME = 200;

const refused = (reason: string): BookFailure => new BookFailure('TB_REVIEW_SHAPE', { reason });

function oneOf<const T extends string>(name: string, words: readonly T[], given: unknown): T {
  const found = words.find((word) => word === given);
  if (found === undefined) throw refused(`${name} must be one of ${words.join(', ')}`);
  return found;
}

/** A speaker by the id or the name in the registry of actors; any other name stays as it is written and is nobody's column. */
function speakerNamed(given: string): Speaker {
  const name = given.normalize('NFC').trim();
  if (name === '' || name.length > LONGEST_NAME) throw refused(`a speaker has a name of at most ${LONGEST_NAME} characters`);
  const { actor, named, actors } = defaultRegistry();
  const found =
    actor(name) ?? named(name) ?? actors.find(({ names }) => Object.values(names).some((forms) => forms?.includes(name))) ?? null;
  if (found) return { name: found.name, kind: 'actor', actor: found.id };
  return { name, kind: /^anonymous:/.test(name) ? 'anonymous' : /^medium:/.test(name) ? 'medium' : 'unregistered', actor: null };
}

/** The speech act of a code. */
export function actNamed(given: unknown): Statement['act'] {
  return oneOf('act', SPEECH_ACTS, given);
}

/** The form of a code. */
export function formNamed(given: unknown): Statement['form'] {
  return oneOf('form', FORMS, given);
}

/** The polarity of a code. */
export function polarityNamed(given: unknown): Statement['polarity'] {
  return oneOf('polarity', POLARITIES, given);
}

/** Speakers by their names or ids, or as they are kept. */
export function speakersNamed(given: unknown): readonly Speaker[] {
  if (!Array.isArray(given) || given.length === 0 || given.length > MOST_SPEAKERS) throw refused('speakers must be a list of names');
  return given.map((one: unknown) => {
    const { actor, name } = (typeof one === 'object' && one !== null ? one : { name: one }) as Partial<Speaker>;
    return speakerNamed(String(actor ?? name ?? ''));
  });
}

function spansIn(text: string, given: unknown): readonly Span[] {
  if (!Array.isArray(given) || given.length === 0) throw refused('content must be a list of spans');
  const spans = given.map((one: unknown): Span => {
    const { start, end } = (typeof one === 'object' && one !== null ? one : {}) as Partial<Span>;
    if (
      !Number.isInteger(start) ||
      !Number.isInteger(end) ||
      start === undefined ||
      end === undefined ||
      start < 0 ||
      end <= start ||
      end > text.length
    )
      throw refused('content has a span that is not in the report');
    return { start, end };
  });
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  if (sorted.some(({ start }, at) => start < (sorted[at - 1]?.end ?? 0))) throw refused('content has spans that overlap');
  return sorted;
}

/** What a person says of a statement instead, as it is kept: codes are checked, names looked up, places held against the text. */
export function statementChange(item: ReviewItem | undefined, change: Readonly<Record<string, unknown>> | null): StatementChange {
  if (item?.subject.t !== 'statement' || change === null || Object.keys(change).length === 0)
    throw refused('it changes nothing: give act, polarity, form, speakers or content');
  const { act, polarity, form, speakers, content, ...rest } = change;
  const [extra] = Object.keys(rest);
  if (extra !== undefined) throw refused(`a statement has no field "${extra}" that could be corrected`);
  return {
    ...(act === undefined ? {} : { act: actNamed(act) }),
    ...(polarity === undefined ? {} : { polarity: polarityNamed(polarity) }),
    ...(form === undefined ? {} : { form: formNamed(form) }),
    ...(content === undefined ? {} : { content: spansIn(item.subject.report.text, content) }),
    ...(speakers === undefined ? {} : { speakers: speakersNamed(speakers) }),
  };
}
