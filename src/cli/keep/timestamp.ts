import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { keepToken, type Stamped, stampedBy, toBeStamped } from '../../app/timestamps/keep-token.ts';
import { readResponse } from '../../app/timestamps/read-response.ts';
import { parseRequest, type TimestampRequest, timestampRequest } from '../../app/timestamps/request.ts';
import { type Problem, problem } from '../../errors.ts';
import { reasonOf } from '../../feeds/file-access.ts';
import { topicsFor } from '../../i18n/topics.ts';
import { type BookStore, openStore } from '../../store/index.ts';
import { type ExitCode, report, type Terminal } from '../terminal.ts';
import { counted, type KeptOptions, minuteOf, placeOf } from './options.ts';

export interface TimestampCommandOptions extends KeptOptions {
  readonly by?: string;
  readonly source?: string;
  readonly authority?: string;
  readonly requestOut?: string;
  readonly request?: string;
  readonly response?: string;
}

/** What is stamped, the request for it, and the answer to it. */
interface Answered {
  readonly stamped: Stamped;
  readonly request: TimestampRequest;
  readonly response: Uint8Array;
  /** Where the answer came from, for messages and for the record. */
  readonly from: string;
}

/** Asks an authority over the network. */
async function askAuthority(terminal: Terminal, stamped: Stamped, address: string): Promise<Answered | Problem> {
  const network = terminal.network ?? (await import('../../app/fetching/node-network.ts')).nodeNetwork(terminal.env?.['TRUCEBOOK_CONTACT']);
  const request = timestampRequest(stamped.sha256, randomBytes);
  const answer = await network.ask(address, {
    types: ['application/timestamp-reply'],
    body: { bytes: request.bytes, mediaType: 'application/timestamp-query' },
  });
  if (answer.kind === 'failed') return answer.problem;
  if (answer.kind === 'unchanged') return problem('TB_TIMESTAMP_BROKEN', { reason: 'there was no answer' }, { file: address });
  return { stamped, request, response: answer.bytes, from: address };
}

/** Takes request and answer from files, for desks without a network. */
async function fromFiles(
  store: BookStore,
  { files }: Terminal,
  requestPath: string,
  responsePath: string,
  authority: string | undefined,
): Promise<Answered | Problem> {
  const read = async (path: string): Promise<Uint8Array | Problem> => {
    try {
      return await files.readFile(path);
    } catch (failure) {
      return problem('TB_FILE_UNREADABLE', { reason: reasonOf(failure) }, { file: path });
    }
  };
  const [asked, response] = [await read(requestPath), await read(responsePath)];
  if ('code' in asked) return asked;
  if ('code' in response) return response;
  const request = parseRequest(asked);
  if (request === null)
    return problem('TB_TIMESTAMP_BROKEN', { reason: 'the request is none over a SHA-256 with a number of its own' }, { file: requestPath });
  const stamped = await stampedBy(store, request.sha256);
  return stamped === null
    ? problem('TB_TIMESTAMP_UNKNOWN', { sha256: request.sha256 }, { file: requestPath })
    : { stamped, request, response, from: authority ?? responsePath };
}

/** Asks for a time stamp over a source or the head of the journal and keeps it; in two steps by files where there is no network. */
export async function runTimestamp(terminal: Terminal, options: TimestampCommandOptions): Promise<ExitCode> {
  const { stamping } = topicsFor(options.lang).book;
  const store = await openStore(placeOf(terminal, options), { now: terminal.now });
  try {
    let answered: Answered | Problem;
    if (options.request !== undefined && options.response !== undefined)
      answered = await fromFiles(store, terminal, options.request, options.response, options.authority);
    else {
      const stamped = await toBeStamped(store, options.source);
      if ('code' in stamped) return report(terminal, [stamped]);
      if (options.requestOut !== undefined) {
        const { bytes, sha256 } = timestampRequest(stamped.sha256, randomBytes);
        try {
          await writeFile(options.requestOut, bytes, { flag: 'wx' });
        } catch (failure) {
          const code = failure instanceof Error && 'code' in failure ? String(failure.code) : '';
          const reason = code === 'EEXIST' ? 'there is one already' : reasonOf(failure);
          return report(terminal, [problem('TB_TIMESTAMP_FILE', { path: options.requestOut, reason })]);
        }
        await terminal.out(`${stamping.requested(options.requestOut, sha256)}\n`);
        return 0;
      }
      answered = await askAuthority(terminal, stamped, options.authority ?? '');
    }
    if ('code' in answered) return report(terminal, [answered]);
    const { stamped, request, response, from } = answered;
    const read = readResponse(response, request, from);
    if ('problem' in read) return report(terminal, [read.problem]);
    await keepToken(store, stamped, read.granted, from, { author: { kind: 'person', name: options.by ?? '' } });
    const what = stamped.of === 'source' ? stamping.source(stamped.sha256) : stamping.head(counted(stamped.seq ?? 0, options.lang));
    await terminal.out(`${stamping.kept(what, minuteOf(read.granted.token.at), from)}\n${stamping.limits}\n`);
    return 0;
  } finally {
    await store.close();
  }
}
