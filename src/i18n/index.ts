/** Every sentence a person reads, by language. */
import { de } from './de.ts';
import { en } from './en.ts';
import type { Messages } from './messages.ts';

export type { Mark, Messages } from './messages.ts';

/** Languages of the interface; quotations are never translated. */
export const INTERFACE_LANGUAGES = ['de', 'en'] as const;
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];

/** The words of one language of the interface. */
export function messagesFor(language: InterfaceLanguage): Messages {
  return { de, en }[language];
}

export { type Topics, topicsFor } from './topics.ts';
