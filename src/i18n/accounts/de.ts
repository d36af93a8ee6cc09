import type { AccountMessages } from './messages.ts';

/** German. */
export const accountsDe: AccountMessages = {
  role: { reader: 'Lesen', coder: 'Kodieren', editor: 'Redaktion', publisher: 'Veröffentlichung', admin: 'Verwaltung' },
  askPassword: (name) => `Passwort für ${name}: `,
  askAgain: 'Noch einmal: ',
  added: (name, role, id) => `Konto „${name}“ angelegt (${role}, ${id}).`,
  roleChanged: (name, role) => `„${name}“ hat jetzt die Rolle ${role}. Offene Sitzungen sind beendet.`,
  passwordChanged: (name) => `„${name}“ hat ein neues Passwort. Offene Sitzungen sind beendet; Zugangsschlüssel gelten weiter.`,
  disabled: (name) => `„${name}“ ist gesperrt: keine Anmeldung, keine Sitzung, kein Zugangsschlüssel.`,
  enabled: (name) => `„${name}“ ist nicht mehr gesperrt.`,
  noUsers: 'Es gibt kein Konto. Ohne Konto arbeitet nur, wer an diesem Rechner sitzt.',
  isDisabled: 'gesperrt',
  tokensOnly: 'ohne Passwort',
  tokenMade: (id, name, role) => `Zugangsschlüssel ${id} für „${name}“ (${role}):`,
  tokenOnce: 'Er wird nur dieses eine Mal gezeigt. Das Buch behält nur seinen Hash.',
  tokenRevoked: (id) => `Der Zugangsschlüssel ${id} gilt nicht mehr.`,
  noTokens: 'Es gibt keinen Zugangsschlüssel.',
  tokenState: {
    until: (at) => `gilt bis ${at}`,
    open: 'gilt, bis er widerrufen wird',
    expired: (at) => `abgelaufen ${at}`,
    revoked: (at) => `widerrufen ${at}`,
  },
};
