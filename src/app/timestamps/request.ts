import * as asn1js from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from 'pkijs';

/** What an authority is asked to vouch for. */
export interface TimestampRequest {
  /** The request as it is sent. */
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** Hexadecimal; the answer must repeat it. */
  readonly nonce: string;
}

/** Object identifier of SHA-256. */
export const SHA_256 = '2.16.840.1.101.3.4.2.1';

/** The bytes of an integer as hexadecimal digits without leading zeros. */
export function digitsOf(integer: asn1js.Integer): string {
  return Buffer.from(integer.valueBlock.valueHexView)
    .toString('hex')
    .replace(/^(?:00)+(?=..)/, '');
}

/** Makes a request over a SHA-256; `random` gives the eight bytes by which its answer is known. */
export function timestampRequest(sha256: string, random: (size: number) => Uint8Array): TimestampRequest {
  const nonce = Buffer.from(random(8));
  // A first bit of one would make a negative number of it, a zero would be dropped.
  nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40;
  const asked = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA_256, algorithmParams: new asn1js.Null() }),
      hashedMessage: new asn1js.OctetString({ valueHex: Buffer.from(sha256, 'hex') }),
    }),
    nonce: new asn1js.Integer({ valueHex: nonce }),
    certReq: true,
  });
  return { bytes: new Uint8Array(asked.toSchema().toBER()), sha256, nonce: nonce.toString('hex') };
}

/** Reads a request that was written into a file before; null if it is none over a SHA-256 with a number of its own. */
export function parseRequest(bytes: Uint8Array): TimestampRequest | null {
  try {
    const { messageImprint, nonce } = TimeStampReq.fromBER(Uint8Array.from(bytes));
    if (messageImprint.hashAlgorithm.algorithmId !== SHA_256 || nonce === undefined) return null;
    return { bytes, sha256: Buffer.from(messageImprint.hashedMessage.getValue()).toString('hex'), nonce: digitsOf(nonce) };
  } catch {
    return null;
  }
}
