/** Review of a book: decisions, blind coding, statements anchored by hand. */
export const REVIEW_ERRORS = {
  TB_REVIEW_UNKNOWN: {
    sentence: 'There is no {kind} "{id}" to decide about.',
    remedy: 'Take an id from `trucebook review --list`; a later reading of the report may have another one.',
  },
  TB_REVIEW_ACTION: {
    sentence: '"{action}" is nothing that can be done with a {kind}.',
    remedy: 'For this kind there are: {allowed}.',
  },
  TB_REVIEW_NO_REASON: { sentence: 'The decision has no reason.', remedy: 'Say in a few words why; the reason is kept with the decision.' },
  TB_REVIEW_NO_NAME: {
    sentence: 'It is not said who decides.',
    remedy: 'Give a name of at most 100 characters, with --by or in the form.',
  },
  TB_REVIEW_OVERTAKEN: {
    sentence: 'Somebody has decided about {id} in between: {by}, {action} ({why}).',
    remedy: 'Look at it again, and decide anew if you still think so; both decisions stay on record.',
  },
  TB_REVIEW_SHAPE: { sentence: 'The decision cannot be used: {reason}.', remedy: 'Correct what is named and send it again.' },
  TB_REVIEW_NOTHING_TO_WITHDRAW: {
    sentence: 'There is no decision "{id}" that could be taken back.',
    remedy: 'Take the id of a decision that still counts; what was taken back already is in the history of the item.',
  },
  TB_REVIEW_CANNOT_WITHDRAW: {
    sentence: 'The decision {id} cannot be taken back: the report is read by the chosen rules since.',
    remedy: 'Decide about the statements or readings themselves.',
  },
  TB_REVIEW_NOT_A_TERMINAL: {
    sentence: 'There is no terminal to type in.',
    remedy: 'Use `trucebook review --list` and `trucebook review decide`, which ask nothing.',
  },
  TB_CODING_VARIABLE: {
    sentence: '"{variable}" is no variable for a {kind}.',
    remedy: 'The codebook has for it: {allowed}.',
  },
  TB_CODING_VALUE: { sentence: '"{value}" is no value of the variable "{variable}".', remedy: 'Its values are: {allowed}.' },
  TB_CODING_SETTLED: {
    sentence: 'What was coded for "{variable}" of {id} has been settled by a third person.',
    remedy: 'Say in a comment what speaks against it.',
  },
  TB_CODING_NOTHING_TO_SETTLE: {
    sentence: 'For "{variable}" of {id} there are no two codings that differ and wait.',
    remedy: 'Take an item from the list of differences.',
  },
  TB_CODING_OWN: {
    sentence: 'Whoever has coded an item cannot settle it: {by} has.',
    remedy: 'Let a third person decide, who has not coded it.',
  },
  TB_ANCHOR_REPORT: {
    sentence: 'The book has no report "{report}".',
    remedy: 'Name a report by its key or id, as `trucebook search --in text` prints it.',
  },
  TB_ANCHOR_NOT_FOUND: {
    sentence: 'The words "{words}" do not stand in the report {report}.',
    remedy: 'Copy them from the text exactly, with its quotation marks and line ends; nothing is guessed.',
  },
  TB_ANCHOR_SEVERAL: {
    sentence: 'The words "{words}" stand in the report {report} {count} times: {places}.',
    remedy: 'Say which with --occurrence (1 is the first), or give more of the sentence.',
  },
  TB_ANCHOR_SHAPE: { sentence: 'The statement cannot be anchored: {reason}.', remedy: 'Correct what is named and try again.' },
} as const;
