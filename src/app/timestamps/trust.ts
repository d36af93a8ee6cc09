import { X509Certificate } from 'node:crypto';
import type { ReadToken } from './read-token.ts';

/** Certificates one above the other at most. */
const LONGEST_CHAIN = 8;

/** The certificates of a PEM file; null if it holds none, or one that is damaged. */
export function parseCertificates(pem: string): readonly X509Certificate[] | null {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
  try {
    return blocks.length === 0 ? null : blocks.map((block) => new X509Certificate(block));
  } catch {
    return null;
  }
}

const isValidAt = (certificate: X509Certificate, at: number): boolean =>
  Date.parse(certificate.validFrom) <= at && at <= Date.parse(certificate.validTo);

/**
 * Why the certificate of a token does not lead to one that is trusted; null if it does. All certificates must have been valid at the time of the
 * token. Whether one was withdrawn is not asked: that would take the network.
 */
export function distrust({ certificates, at }: ReadToken, trusted: readonly X509Certificate[]): string | null {
  const time = Date.parse(at);
  const [first, ...others] = certificates;
  let current = first;
  for (let steps = 0; current && steps < LONGEST_CHAIN; steps++) {
    const now: X509Certificate = current;
    if (!isValidAt(now, time)) return 'a certificate was not valid at that time';
    if (trusted.some((one) => one.raw.equals(now.raw))) return null;
    const issues = (one: X509Certificate): boolean => one.ca && now.checkIssued(one) && now.verify(one.publicKey);
    const root = trusted.find(issues);
    if (root) return isValidAt(root, time) ? null : 'a certificate was not valid at that time';
    current = others.find((one) => !one.raw.equals(now.raw) && issues(one));
  }
  return 'its certificate leads to none of those that are trusted';
}
