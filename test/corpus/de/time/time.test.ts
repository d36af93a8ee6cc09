import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { germanTimes } from '../../../../src/lang/de/time.ts';
import { findTimes } from '../../../../src/text/times/index.ts';

interface Group {
  readonly date: string | null;
  readonly sentences: readonly { readonly text: string; readonly times: Readonly<Record<string, string>> }[];
}

const groups: readonly Group[] = parse(readFileSync(new URL('./truces.yaml', import.meta.url), 'utf8'));

test.for(groups.flatMap(({ date, sentences }) => sentences.map((sentence) => ({ date, ...sentence }))))(
  'every time in: $text',
  ({ date, text, times }) => {
    const found = findTimes(text, germanTimes, date).map(({ span, value }) => [text.slice(span.start, span.end), value]);
    expect(Object.fromEntries(found)).toEqual(times);
  },
);
