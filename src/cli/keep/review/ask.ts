import type { Review } from '../../../app/review/open-review.ts';
import { ACTIONS_OF, type QueueFilter, type ReviewItem } from '../../../app/review/review-item.ts';
import type { InterfaceLanguage } from '../../../i18n/index.ts';
import { ELEMENTS, type ReviewAction, SPEECH_ACTS } from '../../../model/index.ts';
import { printable } from '../../../report/index.ts';
import { hanging } from '../../../report/text/wrap.ts';
import { BookFailure } from '../../../store/index.ts';
import { askKey, askLine, type Keyboard } from '../../keyboard.ts';
import { report as reportProblems, type Terminal } from '../../terminal.ts';
import { counted } from '../options.ts';
import { itemText } from './item-text.ts';
import { isRefusal, type ReviewWords } from './with-review.ts';

/** What a sitting needs: the review, who sits there, and where words are shown and typed. */
export interface Sitting {
  readonly review: Review;
  readonly words: ReviewWords;
  readonly terminal: Terminal;
  readonly keyboard: Keyboard;
  readonly by: string;
  readonly filter: QueueFilter;
  readonly language: InterfaceLanguage;
}

type KeyAction = Exclude<ReviewAction, 'add' | 'withdraw'>;

/** Keys of the decisions; those that make no sense for an item are not offered. */
const KEYS: Readonly<Record<KeyAction, string>> = { accept: 'a', correct: 'c', reject: 'r', merge: 'm', split: 's', comment: 'k' };

interface Prepared {
  readonly change?: Readonly<Record<string, unknown>>;
  readonly others?: readonly string[];
}

/** Goes through the queue item by item until it is empty or somebody ends it; every key is answered in the terminal itself. */
export async function sit(sitting: Sitting): Promise<void> {
  const { review, words, terminal, keyboard, by, filter, language } = sitting;
  const { ask } = words;
  const out = terminal.out;
  const skipped = new Set<string>();
  let reason = '';
  let done = 0;

  const line = (question: string): Promise<string | null> => askLine(keyboard, out, `${question} `, terminal.columns);
  /** A reason; Enter takes the last one. null where somebody thinks better of it. */
  const askReason = async (): Promise<string | null> => {
    for (;;) {
      const typed = await line(reason === '' ? ask.why : ask.whyOrLast(printable(reason)));
      if (typed === null) return null;
      if (typed !== '') reason = typed;
      if (reason !== '') return reason;
      await out(`${ask.reasonNeeded}\n`);
    }
  };
  /** One of a list by its number or name; what there is where nothing is typed. */
  const choose = async (question: string, codes: readonly string[], before: string): Promise<string | null> => {
    await out(`${hanging('', codes.map((code, at) => `${at + 1}\u00a0${code}`).join('  '), terminal.columns).join('\n')}\n`);
    const typed = await line(`${question} [${before}]`);
    if (typed === null) return null;
    return typed === '' ? before : (codes[Number(typed) - 1] ?? typed);
  };

  const correction = async ({ subject }: ReviewItem): Promise<Prepared | null> => {
    const change: Record<string, unknown> = {};
    if (subject.t === 'reading') {
      const { holder, element, value } = subject.reading;
      const side = await line(`${ask.holder} [${holder}]`);
      if (side === null) return null;
      if (side !== '' && side !== holder) change['holder'] = side;
      const about = await choose(ask.element, ELEMENTS, element);
      if (about === null) return null;
      if (about !== element) change['element'] = about;
      const says = await line(`${ask.value} [${JSON.stringify(value)}]`);
      if (says === null) return null;
      if (says !== '') {
        try {
          change['value'] = JSON.parse(says);
        } catch {
          await out(`${ask.noJson}\n`);
          return null;
        }
      }
    } else if (subject.t === 'statement') {
      const { act, speakers, polarity } = subject.statement;
      const names = speakers.map(({ name }) => name);
      const spoken = await line(`${ask.speakers} [${printable(names.join('; '))}]`);
      if (spoken === null) return null;
      if (spoken !== '') change['speakers'] = spoken.split(';').map((name) => name.trim());
      const doing = await choose(words.act, SPEECH_ACTS, act);
      if (doing === null) return null;
      if (doing !== act) change['act'] = doing;
      const sign = await choose(ask.polarity, ['pos', 'neg'], polarity);
      if (sign === null) return null;
      if (sign !== polarity) change['polarity'] = sign;
    }
    return { change };
  };

  const regrouping = async (action: 'merge' | 'split', { subject }: ReviewItem): Promise<Prepared | null> => {
    if (subject.t !== 'incident') return null;
    const offered = action === 'merge' ? subject.incident.maybe : subject.incident.reports;
    if (offered.length > 0) await out(`${offered.map((id, at) => `${at + 1} ${id}`).join('  ')}\n`);
    const typed = await line(action === 'merge' ? ask.mergeWith : ask.takeOut);
    if (typed === null || typed === '') return null;
    return { others: typed.split(/[\s,]+/).map((one) => offered[Number(one) - 1] ?? one) };
  };

  const decide = async (action: KeyAction, item: ReviewItem): Promise<void> => {
    const prepared =
      action === 'correct' ? await correction(item) : action === 'merge' || action === 'split' ? await regrouping(action, item) : {};
    if (prepared === null) return;
    const why = await askReason();
    if (why === null) return;
    await review.decide({ action, target: item.target, by, why, seen: item.seq, ...prepared });
    if (action !== 'comment') done++;
    await out(`${terminal.paint('dim', words.done[action])}\n`);
  };

  /** A statement that the machine has overlooked, in the report of the item. */
  const add = async (item: ReviewItem): Promise<void> => {
    const { reports } = await review.context();
    const report = reports.get(item.reports[0] ?? '');
    if (!report) return;
    const said = await line(ask.words(report.key));
    if (!said) return;
    const speaker = await line(`${words.speaker}:`);
    if (!speaker) return;
    const act = await choose(words.act, SPEECH_ACTS, 'assert');
    if (act === null) return;
    const occurrence = await line(ask.occurrence);
    if (occurrence === null) return;
    const why = await askReason();
    if (why === null) return;
    const change = {
      words: said,
      speakers: speaker.split(';').map((name) => name.trim()),
      act,
      ...(occurrence === '' ? {} : { occurrence: Number(occurrence) }),
    };
    const { id } = await review.decide({ action: 'add', target: { kind: 'report', id: report.id }, by, why, change });
    done++;
    await out(`${words.noted(id)}\n`);
  };

  const undo = async (): Promise<void> => {
    const last = await review.lastOf(by);
    if (last === null) {
      await out(`${ask.nothingToUndo}\n`);
      return;
    }
    const { target, action, why: before } = last.decision;
    await out(`${words.target[target.kind]} ${target.id}: ${words.done[action]} – ${printable(before)}\n`);
    const why = await askReason();
    if (why === null) return;
    await review.withdraw({ decision: last.id, by, why });
    skipped.delete(target.id);
    await out(`${words.takenBack(last.id)}\n`);
  };

  /** Does what a key says; what is refused is shown, and the item stays. */
  const guarded = async (run: () => Promise<void>): Promise<void> => {
    try {
      await run();
    } catch (failure) {
      if (!(failure instanceof BookFailure) || !isRefusal(failure)) throw failure;
      reportProblems(terminal, [failure.problem]);
    }
  };

  for (;;) {
    const queue = (await review.queue(filter)).filter(({ target }) => !skipped.has(target.id));
    const [item] = queue;
    if (!item) {
      await out(`${skipped.size > 0 ? ask.onlySkipped(counted(skipped.size, language)) : words.nothingWaits}\n`);
      break;
    }
    const text = itemText(await review.context(), { language, width: terminal.columns, paint: terminal.paint });
    const actions = ACTIONS_OF[item.target.kind].filter((action): action is KeyAction => action in KEYS);
    const canAdd = item.reports.length > 0;
    const offered = [
      ...actions.map(
        (action) =>
          `${KEYS[action]} ${item.queue === 'reread' && action !== 'comment' ? ask.reread[action as 'accept' | 'reject'] : ask.does[action]}`,
      ),
      ...(canAdd ? [`+ ${ask.add}`] : []),
      `u ${ask.undo}`,
      `n ${ask.skip}`,
      `? ${ask.help}`,
      `q ${ask.quit}`,
    ];
    const waits = terminal.paint('dim', words.waiting(counted(queue.length, language)));
    const hint = hanging('', offered.join(' · '), terminal.columns).map((row) => terminal.paint('dim', row));
    await out(`\n${waits}\n${text.whole(item)}\n\n${hint.join('\n')}\n`);
    const key = await askKey(keyboard, [...actions.map((action) => KEYS[action]), ...(canAdd ? ['+'] : []), 'u', 'n', '?', 'q']);
    if (key === null || key === 'q') break;
    const action = actions.find((one) => KEYS[one] === key);
    if (action) await guarded(() => decide(action, item));
    else if (key === '+') await guarded(() => add(item));
    else if (key === 'u') await guarded(undo);
    else if (key === 'n') skipped.add(item.target.id);
    else await out(`\n${hanging('', ask.helpText, terminal.columns).join('\n')}\n`);
  }
  await out(`${ask.ended(counted(done, language))}\n`);
}
