import { type Problem, problem } from '../errors.ts';
import type { ReportCarrier } from '../model/index.ts';
import { type Draft, type Drafts, nameOf } from './draft.ts';
import { NOTHING_STATED } from './stated-fields.ts';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a JSON value is an export of Telegram: one chat, or all of them. */
export function isTelegramExport(value: unknown): value is Fields {
  return isFields(value) && chatsOf(value).length > 0;
}

/** The chats of an export; those a person has left are a list of their own. */
function chatsOf(value: Fields): readonly Fields[] {
  const lists = [value['chats'], value['left_chats']].flatMap((group) =>
    isFields(group) && Array.isArray(group['list']) ? [group['list']] : [],
  );
  const found = [...lists.flat(), value] as readonly unknown[];
  return found.filter((chat): chat is Fields => isFields(chat) && Array.isArray(chat['messages']) && ('type' in chat || 'name' in chat));
}

/** The words of a message: a text, or pieces of which some are links, mentions and the like; null if it is neither. */
function wordsOf(text: unknown): string | null {
  if (text === undefined) return '';
  if (typeof text === 'string') return text;
  if (!Array.isArray(text)) return null;
  let words = '';
  for (const piece of text as readonly unknown[]) {
    const own = isFields(piece) ? piece['text'] : piece;
    if (typeof own !== 'string') return null;
    words += own;
  }
  return words;
}

/** An instant to the minute in UTC from seconds since 1970; null if it is none. */
function instantOf(seconds: unknown): string | null {
  const value = typeof seconds === 'number' || (typeof seconds === 'string' && /^\d{1,12}$/.test(seconds)) ? Number(seconds) : Number.NaN;
  return value > 0 && value < 32_503_680_000 ? `${new Date(value * 1000).toISOString().slice(0, 16)}Z` : null;
}

const wordOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value.trim().slice(0, 200) : null);
const numberOf = (value: unknown): number | null => (typeof value === 'number' && Number.isSafeInteger(value) ? value : null);

function carrierOf(message: Fields): ReportCarrier {
  const [author, number, replyTo, forwarded, edited] = [
    wordOf(message['from']) ?? wordOf(message['author']),
    numberOf(message['id']),
    numberOf(message['reply_to_message_id']),
    wordOf(message['forwarded_from']) ?? wordOf(message['saved_from']),
    instantOf(message['edited_unixtime']),
  ];
  return {
    ...(author === null ? {} : { author }),
    ...(number === null ? {} : { message: number }),
    ...(replyTo === null ? {} : { replyTo }),
    ...(forwarded === null ? {} : { forwardedFrom: forwarded }),
    ...(edited === null ? {} : { editedAt: edited }),
  };
}

/**
 * Reads an export of Telegram Desktop (`result.json`, of one chat or of all): each message with words is a report of its chat, dated in
 * UTC. Service messages and those without words are counted and set aside; nothing else is left out.
 */
export function readTelegram(value: Fields, base: string, path: string): Drafts {
  const drafts: Draft[] = [];
  const problems: Problem[] = [];
  for (const chat of chatsOf(value)) {
    const name = wordOf(chat['name']) ?? wordOf(chat['id']) ?? base;
    const seen = new Map<string, string>();
    let [service, empty] = [0, 0];
    for (const [index, message] of (chat['messages'] as readonly unknown[]).entries()) {
      const number = String((isFields(message) ? numberOf(message['id']) : null) ?? `at place ${index + 1}`);
      const reject = (reason: string): void => {
        problems.push(problem('TB_TELEGRAM_BROKEN', { number, reason }, { file: path }));
      };
      if (!isFields(message)) {
        reject('it is no object');
        continue;
      }
      if (message['type'] === 'service') {
        service++;
        continue;
      }
      const text = wordsOf(message['text']);
      if (text === null) {
        reject('its text is of no known form');
        continue;
      }
      if (!text.trim()) {
        empty++;
        continue;
      }
      const date = instantOf(message['date_unixtime']);
      const stated = wordOf(message['date']);
      // Without the instant the date is that of the clock of whoever exported: the day is kept, the hour would be a guess.
      const day = date ?? (/^\d{4}-\d{2}-\d{2}/.exec(stated ?? '')?.[0] || null);
      const same = `${day} ${text}`;
      const first = seen.get(same);
      if (first !== undefined)
        problems.push(problem('TB_TELEGRAM_TWICE', { number, chat: name, first }, { file: path, severity: 'warning' }));
      else {
        seen.set(same, number);
        drafts.push({
          key: `${nameOf(name) || base}#${number.replace(/^at place /, 'n')}`,
          text,
          own: { ...NOTHING_STATED, date: day, outlet: name },
          ownOrigin: 'field',
          page: NOTHING_STATED,
          carrier: carrierOf(message),
        });
      }
    }
    if (service + empty > 0)
      problems.push(
        problem(
          'TB_TELEGRAM_SET_ASIDE',
          { chat: name, service: String(service), empty: String(empty) },
          { file: path, severity: 'warning' },
        ),
      );
  }
  return { drafts, problems };
}
