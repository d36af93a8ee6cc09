import type { TokenVerification } from '../../app/timestamps/verify-tokens.ts';
import { type Problem, problem } from '../../errors.ts';
import { reasonOf } from '../../feeds/file-access.ts';
import { topicsFor } from '../../i18n/topics.ts';
import { type BookStore, type Fault, openStore } from '../../store/index.ts';
import { type ExitCode, report, type Terminal } from '../terminal.ts';
import { counted, type FormatOption, type KeptOptions, placeOf } from './options.ts';

/** Most faults that are printed; the JSON has all. */
const MOST = 50;

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** What the time stamps of the book come to; null if it has none. */
async function stampsOf(store: BookStore, { files }: Terminal, ca: string | undefined): Promise<TokenVerification | Problem | null> {
  if (((await store.counts()).timestamp ?? 0) === 0 && ca === undefined) return null;
  // Loaded only where there is something to check.
  const [{ verifyTokens }, { parseCertificates }] = await Promise.all([
    import('../../app/timestamps/verify-tokens.ts'),
    import('../../app/timestamps/trust.ts'),
  ]);
  if (ca === undefined) return verifyTokens(store, null);
  try {
    const trusted = parseCertificates(Buffer.from(await files.readFile(ca)).toString('latin1'));
    return trusted === null
      ? problem('TB_TIMESTAMP_CA', { reason: 'it holds no certificate that can be read' }, { file: ca })
      : verifyTokens(store, trusted);
  } catch (failure) {
    return problem('TB_TIMESTAMP_CA', { reason: reasonOf(failure) }, { file: ca });
  }
}

/** Checks every byte of a book; ends with 1 if something does not fit. */
export async function runVerify(
  terminal: Terminal,
  options: KeptOptions & FormatOption & { readonly head?: string; readonly ca?: string },
): Promise<ExitCode> {
  const store = await openStore(placeOf(terminal, options), { now: terminal.now });
  try {
    const found = await store.verify(options.head === undefined ? {} : { knownHead: options.head });
    const stamps = await stampsOf(store, terminal, options.ca);
    if (stamps !== null && 'code' in stamps) return report(terminal, [stamps]);
    const code: ExitCode = found.faults.length === 0 && (stamps?.faults.length ?? 0) === 0 ? 0 : 1;
    if (options.format === 'json') {
      await terminal.out(`${JSON.stringify({ ...found, timestamps: stamps }, null, 2)}\n`);
      return code;
    }
    const { keeping, stamping } = topicsFor(options.lang).book;
    const count = (value: number): string => counted(value, options.lang);
    const line = ({ code: name, seq, id, detail }: Fault): string =>
      `  ${[keeping.faultNames[name], ...(seq === null ? [] : [keeping.atEntry(seq)]), ...(id === null ? [] : [id])].join(', ')}\n    ${detail}`;
    const listed = (title: string, faults: readonly Fault[]): readonly string[] =>
      faults.length === 0
        ? []
        : ['', title, ...faults.slice(0, MOST).map(line), ...(faults.length > MOST ? [`  … ${count(faults.length - MOST)}`] : [])];
    const lines = [
      keeping.verified(count(found.entries), count(found.contents), count(found.facts), megabytes(found.bytes)),
      ...(found.faults.length === 0 ? [keeping.sound, keeping.provesIntegrity] : []),
      ...listed(keeping.faults(found.faults.length), found.faults),
      ...listed(keeping.notices(found.notices.length), found.notices),
      ...(stamps === null
        ? []
        : [
            '',
            stamping.checked(count(stamps.checked)),
            stamps.trust === 'not_checked' ? stamping.notTrusted : stamping.trusted,
            ...(stamps.faults.length === 0
              ? []
              : [
                  stamping.faults(count(stamps.faults.length)),
                  ...stamps.faults.slice(0, MOST).map(({ id, detail }) => `  ${id}\n    ${detail}`),
                ]),
          ]),
      '',
      keeping.head(count(found.head.seq), found.head.hash),
    ];
    await terminal.out(`${lines.join('\n')}\n`);
    return code;
  } finally {
    await store.close();
  }
}
