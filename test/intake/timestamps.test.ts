import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readResponse } from '../../src/app/timestamps/read-response.ts';
import { readToken } from '../../src/app/timestamps/read-token.ts';
import { parseRequest, timestampRequest } from '../../src/app/timestamps/request.ts';
import { distrust, parseCertificates } from '../../src/app/timestamps/trust.ts';
import { sha256 } from '../../src/store/index.ts';
import { type CommandResult, runCommand } from '../run-command.ts';
import { type SampleAuthority, sampleAuthority } from './sample-authority.ts';
import { startWeb, type TestWeb } from './test-network.ts';

const folder = mkdtempSync(join(tmpdir(), 'trucebook-stamps-'));
const hash = sha256(Buffer.from('x'));
const ask = (): ReturnType<typeof timestampRequest> => timestampRequest(hash, (size) => new Uint8Array(size).fill(0xff));
let authority: SampleAuthority;
let stranger: SampleAuthority;
let web: TestWeb;

beforeAll(async () => {
  [authority, stranger] = [await sampleAuthority(), await sampleAuthority()];
  web = await startWeb({
    'uhr.example/tsa': (request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () =>
        response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(authority.answer(Buffer.concat(pieces))),
      );
    },
    'uhr.example/fort': (_, response) => response.writeHead(307, { location: '/tsa' }).end(),
  });
});
afterAll(async () => {
  await web.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('what an authority answers', () => {
  test('a token over what was asked, signed, with the time', () => {
    const request = ask();
    expect(parseRequest(request.bytes)).toEqual(request);
    const read = readResponse(authority.answer(request.bytes), request, 'x.tsr');
    if (!('granted' in read)) throw new Error(read.problem.message);
    expect(read.granted.token).toMatchObject({ sha256: hash, at: '2025-04-01T08:00:00.000Z', nonce: request.nonce });
    expect(readToken(read.granted.bytes)).toHaveProperty('token');
  });

  test.for([
    [{ status: 2 }, 'TB_TIMESTAMP_REFUSED'],
    [{ status: 3 }, 'TB_TIMESTAMP_REFUSED'],
    [{ otherHash: true }, 'TB_TIMESTAMP_OTHER'],
    [{ otherNonce: true }, 'TB_TIMESTAMP_OTHER'],
    [{ badSignature: true }, 'TB_TIMESTAMP_BROKEN'],
    [{ withoutCertificate: true }, 'TB_TIMESTAMP_BROKEN'],
  ] as const)('%o is refused', ([wrongs, code]) => {
    const request = ask();
    expect(readResponse(authority.answer(request.bytes, wrongs), request, 'x.tsr')).toMatchObject({ problem: { code } });
  });

  test('a certificate for something else is refused', async () => {
    const other = await sampleAuthority('1.3.6.1.5.5.7.3.1');
    const request = ask();
    expect(readResponse(other.answer(request.bytes), request, 'x.tsr')).toMatchObject({ problem: { code: 'TB_TIMESTAMP_BROKEN' } });
  });

  test('bytes changed anywhere give a refusal and never another hash or time', () => {
    const request = ask();
    const whole = authority.answer(request.bytes);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, by, cut) => {
        const bytes = Uint8Array.from(whole);
        bytes[at] = ((bytes[at] ?? 0) + by) % 256;
        const read = readResponse(cut ? whole.subarray(0, at) : bytes, request, 'x.tsr');
        // What is not signed, the chain’s other certificates or the wrapping, may differ.
        if ('granted' in read) expect(read.granted.token).toMatchObject({ sha256: hash, at: '2025-04-01T08:00:00.000Z' });
      }),
      { numRuns: 400 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(readResponse(bytes, request, 'x')).toHaveProperty('problem');
        expect(readToken(bytes)).toHaveProperty('fault');
        expect(parseRequest(bytes)).toBeNull();
      }),
    );
  });

  test('trust goes by the certificates that are given, at the time of the token', () => {
    const [ours, theirs] = [parseCertificates(authority.root) ?? [], parseCertificates(stranger.root) ?? []];
    const told = (at?: Date) => {
      const request = ask();
      const read = readResponse(authority.answer(request.bytes, at ? { at } : {}), request, 'x');
      if (!('granted' in read)) throw new Error('no token');
      return read.granted.token;
    };
    expect(distrust(told(), ours)).toBeNull();
    expect(distrust(told(), [...theirs, ...ours])).toBeNull();
    expect(distrust(told(), theirs)).toContain('none');
    expect(distrust(told(new Date('2024-01-01T00:00:00Z')), ours)).toContain('not valid');
    expect(parseCertificates('nothing')).toBeNull();
  });
});

describe('the command', () => {
  const book = join(folder, 'book');
  const trucebook = (...args: readonly string[]): Promise<CommandResult> =>
    runCommand(args, { network: web.network, env: { TRUCEBOOK_BOOK: book } });
  const text = 'Der Rat sagte, die Frist gelte weiter.';

  test('over the network and by files, over the head and over a source; verify checks them', async () => {
    await trucebook('init');
    writeFileSync(join(folder, 'a.txt'), text);
    await trucebook('read', '--by', 'Ada', join(folder, 'a.txt'));
    expect((await trucebook('verify', '--format', 'json')).out).toContain('"timestamps": null');
    const first = await trucebook('timestamp', '--by', 'Ada', '--authority', 'http://uhr.example/tsa', '--lang', 'en');
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('the journal up to entry 4: 2025-04-01 08:00 UTC');

    const [request, response] = [join(folder, 'a.tsq'), join(folder, 'a.tsr')];
    expect((await trucebook('timestamp', '--source', sha256(Buffer.from(text)), '--request-out', request)).code).toBe(0);
    writeFileSync(response, authority.answer(readFileSync(request)));
    expect((await trucebook('timestamp', '--by', 'Ada', '--request', request, '--response', response)).out).toContain('die Quelle');

    const [ours, theirs] = [join(folder, 'ours.pem'), join(folder, 'theirs.pem')];
    writeFileSync(ours, authority.root);
    writeFileSync(theirs, stranger.root);
    const plainly = await trucebook('verify', '--lang', 'en');
    expect(plainly.code).toBe(0);
    expect(plainly.out).toContain('Time stamps: 2 checked');
    expect(plainly.out).toContain('was not checked: give their certificates with --ca');
    expect((await trucebook('verify', '--ca', ours)).code).toBe(0);
    expect(await trucebook('verify', '--ca', theirs, '--lang', 'en')).toMatchObject({
      code: 1,
      out: expect.stringContaining('not in order: 2'),
    });
    expect((await trucebook('verify', '--ca', join(folder, 'a.txt'))).err).toContain('TB_TIMESTAMP_CA');
  });

  test('what goes wrong has a code and writes nothing', async () => {
    const before = (await trucebook('status', '--format', 'json')).out;
    const request = join(folder, 'b.tsq');
    expect((await trucebook('timestamp', '--source', 'f'.repeat(64), '--request-out', request)).err).toContain('TB_TIMESTAMP_UNKNOWN');
    expect((await trucebook('timestamp', '--request-out', join(folder, 'a.tsq'))).err).toContain('TB_TIMESTAMP_FILE');
    writeFileSync(request, ask().bytes);
    const response = join(folder, 'b.tsr');
    writeFileSync(response, 'x');
    expect((await trucebook('timestamp', '--by', 'Ada', '--request', request, '--response', response)).err).toContain(
      'TB_TIMESTAMP_UNKNOWN',
    );
    expect((await trucebook('timestamp', '--by', 'Ada', '--request', join(folder, 'a.tsq'), '--response', response)).err).toContain(
      'TB_TIMESTAMP_BROKEN',
    );
    expect((await trucebook('timestamp', '--by', 'Ada', '--request', response, '--response', response)).err).toContain(
      'TB_TIMESTAMP_BROKEN',
    );
    expect((await trucebook('timestamp', '--by', 'Ada', '--authority', 'http://10.0.0.1/')).err).toContain('TB_FETCH_PRIVATE');
    expect((await trucebook('timestamp', '--by', 'Ada', '--authority', 'http://uhr.example/fort')).err).toContain('TB_FETCH_REDIRECT');
    expect((await trucebook('timestamp', '--by', 'Ada')).code).toBe(2);
    expect((await trucebook('status', '--format', 'json')).out).toBe(before);
  });
});
