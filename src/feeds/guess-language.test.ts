import { describe, expect, test } from 'vitest';
import { guessLanguage } from './guess-language.ts';

describe('guessLanguage', () => {
  test.for([
    ['de', 'Der Sprecher sagte, die Pause sei nach dem Treffen in der Stadt beschlossen worden.'],
    ['en', 'The spokesman said that the pause was agreed after the meeting in the town.'],
    ['uk', 'Речник сказав, що перемир’я та обмін полоненими буде після зустрічі.'],
    ['ru', 'Представитель сказал, что перемирие и обмен пленными будут после встречи, но не уже.'],
    ['de', 'NICHT DIE EINZIGE PAUSE UND AUCH NICHT DIE LETZTE'],
  ] as const)('%s: %s', ([language, text]) => expect(guessLanguage(text)).toBe(language));

  test.for(['', '12345 --- 18.03.2025', 'Waffenruhe', 'Le porte-parole a dit que la trêve commence demain dans toute la région.'])(
    '%j is of no known language',
    (text) => expect(guessLanguage(text)).toBeNull(),
  );
});
