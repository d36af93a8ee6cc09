import type { ChangeMessages } from './messages.ts';

/** English. */
export const changesEn: ChangeMessages = {
  title: { internal: 'Trucebook: changes in the book', public: 'Trucebook: changes' },
  subtitle: {
    internal: 'What the sides say for the first time or say otherwise, new incidents, verdicts and releases.',
    public: 'What the sides say for the first time or say otherwise, new incidents, verdicts and releases, as far as released, once a day.',
  },
  kind: {
    reading_new: 'New reading',
    reading_superseded: 'Reading replaced by a later one',
    divergence: 'Readings differ',
    question_answered: 'Question answered',
    status: 'State',
    correction: 'Decision about a reading',
    incident: 'New incident',
    verdict: 'New verdict on an incident',
    release: 'Release',
  },
  decided: {
    accepted: 'Checked and confirmed',
    corrected: 'Corrected; this version no longer counts',
    rejected: 'Rejected; this version no longer counts',
    entered: 'Entered by hand',
  },
  release: { daily_report: 'Daily report', dataset: 'Dataset', page: 'Page' },
  asOf: (date) => `as of ${date}`,
  corrects: (id) => `corrects ${id}`,
  webhook: {
    audience: { internal: 'not for everybody', public: 'for everybody' },
    made: (id, url) => `Changes are sent to ${url} from now on (${id}). Secret to check the signature with:`,
    once: 'It is shown this once.',
    none: 'There is no receiver of changes.',
    removed: (id) => `Nothing is sent to ${id} any more.`,
    enabled: (id) => `${id} gets changes again, from where it was left.`,
    waiting: 'nothing sent yet',
    upTo: (at) => `sent up to what was told at ${at}`,
    failing: (failures, answer, retryAt) =>
      `${failures === 1 ? 'one failure' : `${failures} failures in a row`} (${answer})${retryAt === null ? '' : `, next try after ${retryAt}`}`,
    disabled: (at) => `disabled ${at}.`,
    delivered: (changes, deliveries) =>
      deliveries === 0
        ? 'There was nothing to send.'
        : `${changes} changes delivered in ${deliveries === 1 ? 'one delivery' : `${deliveries} deliveries`}.`,
  },
};
