/** One key that somebody has pressed. */
export interface Key {
  /** The character it stands for; empty for keys that stand for none. */
  readonly text: string;
  /** `cancel`: Escape; `end`: Ctrl-C, Ctrl-D, or nobody types any more. */
  readonly name: 'text' | 'enter' | 'backspace' | 'clear' | 'cancel' | 'end' | 'other';
}

/** What somebody types, key by key. */
export interface Keyboard {
  readonly next: () => Promise<Key>;
  readonly close: () => void;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The text without its last character as a reader counts them. */
function withoutLast(text: string): string {
  return [...graphemes.segment(text)]
    .slice(0, -1)
    .map(({ segment }) => segment)
    .join('');
}

/** Asks for one of several keys; others are passed over. null where somebody wants to end. */
export async function askKey(keyboard: Keyboard, allowed: readonly string[]): Promise<string | null> {
  for (;;) {
    const { text, name } = await keyboard.next();
    if (name === 'end') return null;
    const found = allowed.find((one) => one === text.toLowerCase());
    if (found !== undefined) return found;
  }
}

/** Asks for a line; it is shown as it is typed, its end where it is longer than the row. null where somebody thinks better of it. */
export async function askLine(
  keyboard: Keyboard,
  show: (text: string) => Promise<unknown>,
  question: string,
  columns: number,
): Promise<string | null> {
  let typed = '';
  const room = Math.max(10, columns - question.length - 2);
  const draw = (): Promise<unknown> => show(`\r\u001b[K${question}${typed.length > room ? `…${typed.slice(-room + 1)}` : typed}`);
  await draw();
  for (;;) {
    const key = await keyboard.next();
    if (key.name === 'end' || key.name === 'cancel' || key.name === 'enter') {
      await show('\n');
      return key.name === 'enter' ? typed.trim() : null;
    }
    if (key.name === 'backspace') typed = withoutLast(typed);
    else if (key.name === 'clear') typed = '';
    else if (key.name === 'text') typed += key.text;
    else continue;
    await draw();
  }
}
