/** Accounts, passwords, tokens. */
export const ACCOUNT_ERRORS = {
  TB_USER_NAME: {
    sentence: 'The name "{name}" cannot be used: {reason}.',
    remedy: 'Take 1 to 60 characters on one line, without invisible ones.',
  },
  TB_USER_EXISTS: { sentence: 'There is an account "{name}" already.', remedy: 'Take another name; capitals make no difference.' },
  TB_USER_UNKNOWN: { sentence: 'There is no account "{name}".', remedy: 'Look at the names with `trucebook user list`.' },
  TB_USER_DISABLED: { sentence: 'The account "{name}" is disabled.', remedy: 'Enable it first, with `trucebook user enable`.' },
  TB_USER_LAST_ADMIN: {
    sentence: 'The account "{name}" is the last admin who can act.',
    remedy: 'Make somebody else admin first; else nobody could change accounts over the network.',
  },
  TB_PASSWORD_LENGTH: {
    sentence: 'A password has {min} to {max} characters; this one has {count}.',
    remedy: 'Take a sentence, or several words that do not belong together.',
  },
  TB_PASSWORD_MISSING: {
    sentence: 'No password was given.',
    remedy: 'Type it when asked, pipe it in with --password-stdin, or use --no-password for an account that only has tokens.',
  },
  TB_PASSWORD_DIFFERS: { sentence: 'The two passwords differ.', remedy: 'Try again; nothing was written.' },
  TB_TOKEN_UNKNOWN: { sentence: 'There is no token "{id}".', remedy: 'Look at the ids with `trucebook token list`.' },
  TB_TOKEN_LABEL: {
    sentence: 'The label "{label}" cannot be used: {reason}.',
    remedy: 'Take 1 to 60 characters on one line that say what the token is for.',
  },
  TB_TOKEN_ROLE: {
    sentence: 'A token of {name} can be {highest} at most, not {role}.',
    remedy: 'Give it the same role or a lower one.',
  },
  TB_TOKEN_EXPIRY: {
    sentence: 'The token would expire at {at}, which is no instant that is still to come.',
    remedy: 'Write a later instant in UTC, such as 2030-01-31T12:00:00Z.',
  },
} as const;
