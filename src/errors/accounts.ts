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
  TB_TOKEN_BY_TOKEN: {
    sentence: 'A token cannot make tokens.',
    remedy: 'Log in with the password, or ask somebody who administers the book.',
  },
  TB_SESSION_SECRET: {
    sentence: 'The file {path} cannot be read, or holds fewer than 32 characters.',
    remedy: 'Make one that only the server can read: `openssl rand -base64 48 > FILE`.',
  },
  TB_LOGIN_WRONG: {
    sentence: 'Name or password is wrong, or the account is disabled.',
    remedy: 'Try again; whoever administers the book can give you another password.',
  },
  TB_LOGIN_WAIT: {
    sentence: 'There were too many attempts to log in; the next is possible in {seconds} seconds.',
    remedy: 'Wait as long as the header Retry-After says; attempts before that do not count.',
  },
  TB_PLACE_WAIT: {
    sentence: 'You have looked at as many exact places as is possible in an hour.',
    remedy: 'Wait as many seconds as the header Retry-After says; each look is an entry of the journal.',
  },
} as const;
