import { constants, createHash, verify, X509Certificate } from 'node:crypto';
import type * as asn1js from 'asn1js';
import { ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo, TSTInfo } from 'pkijs';
import { digitsOf, SHA_256 } from './request.ts';

/** What a token says, once its signature has been found to hold. */
export interface ReadToken {
  readonly sha256: string;
  /** As the authority’s clock had it, ISO 8601 in UTC. */
  readonly at: string;
  readonly nonce: string | null;
  /** Certificate that signed, then the others that came with it. */
  readonly certificates: readonly X509Certificate[];
}

/** A token, or why it is none. */
export type TokenOutcome = { readonly token: ReadToken } | { readonly fault: string };

const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const RSA_PSS = '1.2.840.113549.1.1.10';

const HASHES: Readonly<Record<string, string>> = {
  [SHA_256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
/** Hash that goes into the signature, by its algorithm; null: that of the digest beside it. */
const SIGNATURES: Readonly<Record<string, string | null>> = {
  '1.2.840.113549.1.1.1': null,
  [RSA_PSS]: null,
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};

const bytesOf = (value: asn1js.OctetString): Buffer => Buffer.from(value.getValue());

/** The first value of a signed attribute. */
function attribute(signer: SignerInfo, type: string): unknown {
  return signer.signedAttrs?.attributes.find((one) => one.type === type)?.values[0];
}

/** Whether the signed attributes name the certificate, as RFC 3161 wants it: else another one could be put in its place. */
function namesCertificate(signer: SignerInfo, der: Buffer): boolean {
  const listed = (
    type: string,
  ): readonly {
    readonly valueBlock: { readonly value?: unknown; readonly valueHexView?: Uint8Array };
    readonly idBlock: { readonly tagNumber: number };
  }[] =>
    // SigningCertificate → certs → the first of them → its parts.
    (attribute(signer, type) as { valueBlock: { value: { valueBlock: { value: { valueBlock: { value: never[] } }[] } }[] } } | undefined)
      ?.valueBlock.value[0]?.valueBlock.value[0]?.valueBlock.value ?? [];
  const second = listed(SIGNING_CERTIFICATE_V2);
  const octets = (parts: typeof second): Buffer | null => {
    const found = parts.find(({ idBlock }) => idBlock.tagNumber === 4);
    return found?.valueBlock.valueHexView ? Buffer.from(found.valueBlock.valueHexView) : null;
  };
  const named = octets(second);
  if (named) return ['sha256', 'sha384', 'sha512'].some((hash) => createHash(hash).update(der).digest().equals(named));
  const old = octets(listed(SIGNING_CERTIFICATE));
  return old?.equals(createHash('sha1').update(der).digest()) ?? false;
}

/** The certificate of the signer among those that came along. */
function signingCertificate(signed: SignedData, signer: SignerInfo): Buffer | null {
  for (const certificate of signed.certificates ?? []) {
    if (!('serialNumber' in certificate) || !('tbsView' in certificate)) continue;
    const { sid } = signer;
    const isMeant =
      sid instanceof IssuerAndSerialNumber
        ? sid.serialNumber.isEqual(certificate.serialNumber) && sid.issuer.isEqual(certificate.issuer)
        : true;
    const der = Buffer.from(certificate.toSchema().toBER());
    if (isMeant && namesCertificate(signer, der)) return der;
  }
  return null;
}

function checked(bytes: Uint8Array): TokenOutcome {
  const signed = new SignedData({ schema: ContentInfo.fromBER(Uint8Array.from(bytes)).content });
  const content = signed.encapContentInfo.eContent;
  const [signer, another] = signed.signerInfos;
  if (signed.encapContentInfo.eContentType !== TST_INFO || content === undefined) return { fault: 'it is no token of RFC 3161' };
  if (signer === undefined || another !== undefined) return { fault: 'it has not one signature' };
  const info = bytesOf(content);
  const said = TSTInfo.fromBER(Uint8Array.from(info));
  if (said.messageImprint.hashAlgorithm.algorithmId !== SHA_256) return { fault: 'it is not over a SHA-256' };
  const digest = HASHES[signer.digestAlgorithm.algorithmId];
  const algorithm = signer.signatureAlgorithm.algorithmId;
  if (digest === undefined || !Object.hasOwn(SIGNATURES, algorithm))
    return { fault: 'its way of signing is not known or no longer trusted' };
  const type = attribute(signer, CONTENT_TYPE) as asn1js.ObjectIdentifier | undefined;
  const stated = attribute(signer, MESSAGE_DIGEST) as asn1js.OctetString | undefined;
  if (type?.valueBlock.toString() !== TST_INFO || stated === undefined || !bytesOf(stated).equals(createHash(digest).update(info).digest()))
    return { fault: 'what it says is not what was signed' };
  const der = signingCertificate(signed, signer);
  if (der === null) return { fault: 'the certificate it was signed with did not come along' };
  const certificate = new X509Certificate(der);
  if (!certificate.keyUsage?.includes(TIME_STAMPING)) return { fault: 'its certificate is not for time stamps' };
  const padding = algorithm === RSA_PSS ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO } : {};
  const attributes = Buffer.from(signer.signedAttrs?.encodedValue ?? new ArrayBuffer(0));
  if (!verify(SIGNATURES[algorithm] ?? digest, attributes, { key: certificate.publicKey, ...padding }, bytesOf(signer.signature)))
    return { fault: 'its signature does not hold' };
  const others = (signed.certificates ?? []).flatMap((one) => {
    const found = 'tbsView' in one ? Buffer.from(one.toSchema().toBER()) : null;
    return found === null || found.equals(der) ? [] : [new X509Certificate(found)];
  });
  return {
    token: {
      sha256: bytesOf(said.messageImprint.hashedMessage).toString('hex'),
      at: said.genTime.toISOString(),
      nonce: said.nonce === undefined ? null : digitsOf(said.nonce),
      certificates: [certificate, ...others],
    },
  };
}

/** Reads a token and checks that it was signed with the certificate it brings, which need not be one to trust. Nothing is thrown. */
export function readToken(bytes: Uint8Array): TokenOutcome {
  try {
    return checked(bytes);
  } catch {
    return { fault: 'it is damaged' };
  }
}
