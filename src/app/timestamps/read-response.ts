import * as asn1js from 'asn1js';
import { TimeStampResp } from 'pkijs';
import { type Problem, problem } from '../../errors.ts';
import { type ReadToken, readToken } from './read-token.ts';
import type { TimestampRequest } from './request.ts';

/** A token that answers a request, as it came, and what it says. */
export interface GrantedToken {
  readonly bytes: Uint8Array;
  readonly token: ReadToken;
}

const STATES = [
  'granted',
  'granted',
  'it was rejected',
  'it asks to wait',
  'its certificate is about to be withdrawn',
  'its certificate was withdrawn',
];

/** Takes the token out of an answer, and checks that it was given, that it holds, and that it is over the hash and number that were asked. */
export function readResponse(
  response: Uint8Array,
  request: TimestampRequest,
  file: string,
): { readonly granted: GrantedToken } | { readonly problem: Problem } {
  const refused = (code: 'TB_TIMESTAMP_BROKEN' | 'TB_TIMESTAMP_REFUSED' | 'TB_TIMESTAMP_OTHER', reason: string): { problem: Problem } => ({
    problem: problem(code, { reason }, { file }),
  });
  let bytes: Uint8Array;
  try {
    const { status } = TimeStampResp.fromBER(Uint8Array.from(response));
    if (status.status !== 0 && status.status !== 1) {
      const words = status.statusStrings
        ?.map((one) => one.getValue())
        .join(' ')
        .slice(0, 200);
      return refused('TB_TIMESTAMP_REFUSED', `${STATES[status.status] ?? 'of an unknown reason'}${words ? ` (${words})` : ''}`);
    }
    // The token exactly as it came: written anew it might have other bytes.
    const { result } = asn1js.fromBER(Uint8Array.from(response));
    const second = (result as asn1js.Sequence).valueBlock.value[1];
    if (second === undefined) return refused('TB_TIMESTAMP_BROKEN', 'the answer holds none');
    bytes = Uint8Array.from(second.valueBeforeDecodeView);
  } catch {
    return refused('TB_TIMESTAMP_BROKEN', 'the answer is none of RFC 3161');
  }
  const read = readToken(bytes);
  if ('fault' in read) return refused('TB_TIMESTAMP_BROKEN', read.fault);
  const { token } = read;
  if (token.sha256 !== request.sha256) return refused('TB_TIMESTAMP_OTHER', `it is over ${token.sha256}`);
  if (token.nonce !== request.nonce) return refused('TB_TIMESTAMP_OTHER', 'it does not repeat the number of the request');
  return { granted: { bytes, token } };
}
