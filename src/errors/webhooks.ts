/** Webhooks. */
export const WEBHOOK_ERRORS = {
  TB_WEBHOOK_ADDRESS: {
    sentence: 'Changes cannot be sent to this address: {reason}.',
    remedy: 'Give a public https address on the usual port; changes for everybody may go to an http address as well.',
  },
  TB_WEBHOOK_UNKNOWN: { sentence: 'There is no webhook "{id}".', remedy: 'Look at the ids with `trucebook webhook list`.' },
  TB_WEBHOOK_FAILING: {
    sentence: 'The webhook {id} was disabled after {count} failures, the last one {answer}.',
    remedy: 'See to it that the receiver answers with a status from 200 to 299, then `trucebook webhook enable {id}`: nothing is lost.',
  },
  TB_WEBHOOK_GONE: {
    sentence: 'The webhook {id} was disabled: the receiver says that it is gone (410).',
    remedy: 'Remove it with `trucebook webhook remove {id}`, or enable it once the receiver is back.',
  },
  TB_WEBHOOK_LATER: {
    sentence: 'The webhook {id} failed {count} times in a row, the last time with {answer}; it is tried again after {at}.',
    remedy: 'Nothing, unless it stays so: see to it that the receiver answers with a status from 200 to 299.',
  },
} as const;
