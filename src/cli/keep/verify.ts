import { topicsFor } from '../../i18n/topics.ts';
import { type Fault, openStore } from '../../store/index.ts';
import type { ExitCode, Terminal } from '../terminal.ts';
import { counted, type FormatOption, type KeptOptions, placeOf } from './options.ts';

/** Most faults that are printed; the JSON has all. */
const MOST = 50;

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** Checks every byte of a book; ends with 1 if something does not fit. */
export async function runVerify(terminal: Terminal, options: KeptOptions & FormatOption & { readonly head?: string }): Promise<ExitCode> {
  const store = await openStore(placeOf(terminal, options), { now: terminal.now });
  try {
    const found = await store.verify(options.head === undefined ? {} : { knownHead: options.head });
    const code: ExitCode = found.faults.length === 0 ? 0 : 1;
    if (options.format === 'json') {
      await terminal.out(`${JSON.stringify(found, null, 2)}\n`);
      return code;
    }
    const { keeping } = topicsFor(options.lang).book;
    const count = (value: number): string => counted(value, options.lang);
    const line = ({ code: name, seq, id, detail }: Fault): string =>
      `  ${[keeping.faultNames[name], ...(seq === null ? [] : [keeping.atEntry(seq)]), ...(id === null ? [] : [id])].join(', ')}\n    ${detail}`;
    const listed = (title: string, faults: readonly Fault[]): readonly string[] =>
      faults.length === 0
        ? []
        : ['', title, ...faults.slice(0, MOST).map(line), ...(faults.length > MOST ? [`  … ${count(faults.length - MOST)}`] : [])];
    const lines = [
      keeping.verified(count(found.entries), count(found.contents), count(found.facts), megabytes(found.bytes)),
      ...(code === 0 ? [keeping.sound, keeping.provesIntegrity] : []),
      ...listed(keeping.faults(found.faults.length), found.faults),
      ...listed(keeping.notices(found.notices.length), found.notices),
      '',
      keeping.head(count(found.head.seq), found.head.hash),
    ];
    await terminal.out(`${lines.join('\n')}\n`);
    return code;
  } finally {
    await store.close();
  }
}
