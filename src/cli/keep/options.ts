import { bookPlace } from '../../app/book-place.ts';
import type { InterfaceLanguage } from '../../i18n/index.ts';
import type { StorePlace } from '../../store/index.ts';
import type { Terminal } from '../terminal.ts';

/** Options of every command that works on a book. */
export interface KeptOptions {
  readonly book?: string;
  readonly lang: InterfaceLanguage;
}

export interface FormatOption {
  readonly format: 'text' | 'json';
}

/** Where the book of a command is. */
export function placeOf(terminal: Terminal, options: KeptOptions): StorePlace {
  return bookPlace(options.book, terminal.env ?? {});
}

const LOCALES: Readonly<Record<InterfaceLanguage, string>> = { de: 'de-DE', en: 'en-GB' };

/** A count as the language writes it. */
export function counted(count: number, language: InterfaceLanguage): string {
  return count.toLocaleString(LOCALES[language]);
}

/** An instant to be read: to the minute, in UTC. */
export function minuteOf(at: string): string {
  return `${at.slice(0, 16).replace('T', ' ')} UTC`;
}
