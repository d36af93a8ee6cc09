import type { AccountMessages } from './messages.ts';

/** English. */
export const accountsEn: AccountMessages = {
  role: { reader: 'reader', coder: 'coder', editor: 'editor', publisher: 'publisher', admin: 'admin' },
  askPassword: (name) => `Password for ${name}: `,
  askAgain: 'Once more: ',
  added: (name, role, id) => `Account "${name}" added (${role}, ${id}).`,
  roleChanged: (name, role) => `"${name}" now has the role ${role}. Open sessions have ended.`,
  passwordChanged: (name) => `"${name}" has a new password. Open sessions have ended; tokens still hold.`,
  disabled: (name) => `"${name}" is disabled: no login, no session, no token.`,
  enabled: (name) => `"${name}" is no longer disabled.`,
  noUsers: 'There is no account. Without one, only the person at this machine can work.',
  isDisabled: 'disabled',
  tokensOnly: 'no password',
  tokenMade: (id, name, role) => `Token ${id} of "${name}" (${role}):`,
  tokenOnce: 'It is shown this once. The book keeps its hash alone.',
  tokenRevoked: (id) => `The token ${id} no longer holds.`,
  noTokens: 'There is no token.',
  tokenState: {
    until: (at) => `holds until ${at}`,
    open: 'holds until it is revoked',
    expired: (at) => `expired ${at}`,
    revoked: (at) => `revoked ${at}`,
  },
};
