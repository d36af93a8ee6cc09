import { emitKeypressEvents } from 'node:readline';
import type { ReadStream } from 'node:tty';
import type { Key, Keyboard } from './keyboard.ts';

interface Pressed {
  readonly name?: string;
  readonly ctrl?: boolean;
  readonly meta?: boolean;
}

function keyOf(text: string | undefined, { name = '', ctrl = false, meta = false }: Pressed): Key {
  if (ctrl) return { text: '', name: name === 'c' || name === 'd' ? 'end' : name === 'u' ? 'clear' : name === 'h' ? 'backspace' : 'other' };
  if (name === 'escape') return { text: '', name: 'cancel' };
  if (name === 'return' || name === 'enter') return { text: '', name: 'enter' };
  if (name === 'backspace') return { text: '', name: 'backspace' };
  if (meta || text === undefined || text === '' || /\p{Cc}/u.test(text)) return { text: '', name: 'other' };
  return { text, name: 'text' };
}

/** The keys of the terminal that the program was started from; what is typed ahead is kept in its order. */
export function nodeKeyboard(stdin: ReadStream): Keyboard {
  const pressed: Key[] = [];
  let waiting: ((key: Key) => void) | null = null;
  const take = (key: Key): void => {
    if (waiting === null) pressed.push(key);
    else {
      const give = waiting;
      waiting = null;
      give(key);
    }
  };
  const onKey = (text: string | undefined, key: Pressed): void => take(keyOf(text, key));
  const onEnd = (): void => take({ text: '', name: 'end' });
  emitKeypressEvents(stdin);
  const wasRaw = stdin.isRaw;
  stdin.setRawMode(true);
  stdin.on('keypress', onKey).once('end', onEnd).resume();
  return {
    next: () => {
      const [first] = pressed;
      if (first) {
        pressed.shift();
        return Promise.resolve(first);
      }
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
    close: () => {
      stdin.off('keypress', onKey).off('end', onEnd);
      stdin.setRawMode(wasRaw);
      stdin.pause();
    },
  };
}
