import { createHash, type KeyObject, KeyObject as Keys, sign, webcrypto } from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  Extension,
  ExtKeyUsage,
  IssuerAndSerialNumber,
  MessageImprint,
  PKIStatusInfo,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';

const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const SHA_256 = '2.16.840.1.101.3.4.2.1';
const ECDSA_SHA_256 = '1.2.840.10045.4.3.2';

/** What an authority of the tests may do wrong. */
export interface Wrongs {
  readonly status?: number;
  readonly at?: Date;
  readonly otherHash?: true;
  readonly otherNonce?: true;
  readonly badSignature?: true;
  readonly withoutCertificate?: true;
}

/** An authority that gives time stamps, made for one run of the tests. */
export interface SampleAuthority {
  readonly answer: (request: Uint8Array, wrongs?: Wrongs) => Uint8Array;
  /** Certificate of whoever vouches for it, as PEM. */
  readonly root: string;
}

const pem = (der: ArrayBuffer): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;

async function certificate(
  name: string,
  serial: number,
  extensions: Extension[],
  keys: webcrypto.CryptoKeyPair,
  issuer?: { readonly of: Certificate; readonly key: webcrypto.CryptoKey },
): Promise<Certificate> {
  const made = new Certificate();
  made.version = 2;
  made.serialNumber = new asn1js.Integer({ value: serial });
  made.subject.typesAndValues.push(new AttributeTypeAndValue({ type: '2.5.4.3', value: new asn1js.Utf8String({ value: name }) }));
  made.issuer = issuer?.of.subject ?? made.subject;
  made.notBefore.value = new Date('2025-01-01T00:00:00Z');
  made.notAfter.value = new Date('2035-01-01T00:00:00Z');
  made.extensions = extensions;
  await made.subjectPublicKeyInfo.importKey(keys.publicKey as CryptoKey);
  await made.sign((issuer?.key ?? keys.privateKey) as CryptoKey, 'SHA-256');
  // Read anew, so that it is what a reader would get.
  return Certificate.fromBER(made.toSchema(true).toBER());
}

const keyPair = (): Promise<webcrypto.CryptoKeyPair> =>
  webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']) as Promise<webcrypto.CryptoKeyPair>;

/** Makes an authority with a root of its own; `purpose` is what its certificate is for. */
export async function sampleAuthority(purpose = '1.3.6.1.5.5.7.3.8'): Promise<SampleAuthority> {
  const [rootKeys, keys] = [await keyPair(), await keyPair()];
  const constraints = (cA: boolean): Extension =>
    new Extension({ extnID: '2.5.29.19', critical: true, extnValue: new BasicConstraints({ cA }).toSchema().toBER() });
  const root = await certificate('Wurzel', 1, [constraints(true)], rootKeys);
  const usage = new Extension({
    extnID: '2.5.29.37',
    critical: true,
    extnValue: new ExtKeyUsage({ keyPurposes: [purpose] }).toSchema().toBER(),
  });
  const own = await certificate('Uhr', 2, [constraints(false), usage], keys, { of: root, key: rootKeys.privateKey });
  const key: KeyObject = Keys.from(keys.privateKey);
  const der = Buffer.from(own.toSchema().toBER());
  const octets = (bytes: Uint8Array): asn1js.OctetString => new asn1js.OctetString({ valueHex: Uint8Array.from(bytes) });

  const answer = (request: Uint8Array, wrongs: Wrongs = {}): Uint8Array => {
    if (wrongs.status !== undefined)
      return new Uint8Array(new TimeStampResp({ status: new PKIStatusInfo({ status: wrongs.status }) }).toSchema().toBER());
    const asked = TimeStampReq.fromBER(Uint8Array.from(request));
    const info = new TSTInfo({
      version: 1,
      policy: '1.2.3.4.1',
      messageImprint: wrongs.otherHash
        ? new MessageImprint({
            hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA_256 }),
            hashedMessage: octets(new Uint8Array(32)),
          })
        : asked.messageImprint,
      serialNumber: new asn1js.Integer({ value: 7 }),
      genTime: wrongs.at ?? new Date('2025-04-01T08:00:00Z'),
      nonce: wrongs.otherNonce ? new asn1js.Integer({ value: 5 }) : (asked.nonce ?? new asn1js.Integer({ value: 1 })),
    });
    const content = new Uint8Array(info.toSchema().toBER());
    const certId = new asn1js.Sequence({
      value: [new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [octets(createHash('sha256').update(der).digest())] })] })],
    });
    const attributes = [
      new Attribute({ type: '1.2.840.113549.1.9.3', values: [new asn1js.ObjectIdentifier({ value: TST_INFO })] }),
      new Attribute({ type: '1.2.840.113549.1.9.4', values: [octets(createHash('sha256').update(content).digest())] }),
      new Attribute({ type: '1.2.840.113549.1.9.16.2.47', values: [certId] }),
    ];
    const signedAttrs = new SignedAndUnsignedAttributes({ type: 0, attributes });
    const set = Buffer.from(new asn1js.Set({ value: attributes.map((one) => one.toSchema()) }).toBER());
    const signature = sign('sha256', wrongs.badSignature ? Buffer.from('x') : set, key);
    const signed = new SignedData({
      version: 3,
      digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: SHA_256 })],
      encapContentInfo: new EncapsulatedContentInfo({ eContentType: TST_INFO, eContent: octets(content) }),
      signerInfos: [
        new SignerInfo({
          version: 1,
          sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
          digestAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA_256 }),
          signedAttrs,
          signatureAlgorithm: new AlgorithmIdentifier({ algorithmId: ECDSA_SHA_256 }),
          signature: octets(signature),
        }),
      ],
      ...(wrongs.withoutCertificate ? {} : { certificates: [own] }),
    });
    const token = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) });
    return new Uint8Array(new TimeStampResp({ status: new PKIStatusInfo({ status: 0 }), timeStampToken: token }).toSchema().toBER());
  };
  return { answer, root: pem(root.toSchema().toBER()) };
}
