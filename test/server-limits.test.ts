import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SERVER_LIMITS } from '../src/app/server-limits.ts';
import { openServer } from '../src/cli/listen.ts';

const limits = { ...SERVER_LIMITS, headersTimeout: 200, requestTimeout: 400, connectionsCheckingInterval: 50 };
let server: ReturnType<typeof openServer>;
let port = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    const fetch = async (request: Request): Promise<Response> => new Response(String((await request.text()).length));
    server = openServer(
      fetch,
      { port: 0, host: '127.0.0.1' },
      (given) => {
        port = given;
        resolve();
      },
      limits,
    );
  });
});
afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));

/** Sends some text, says nothing more, and gives what came back until the server ended the connection. */
const said = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
    socket.setTimeout(5000, () => {
      socket.destroy();
      reject(new Error('the server held the connection'));
    });
  });

test('whoever never ends the head or the body of a request is cut off', async () => {
  expect(await said('GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ')).toContain('408');
  expect(await said('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nabc')).not.toContain(' 200 ');
});

test('a head that is too long is refused', async () => {
  expect(await said(`GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`)).toContain('431');
});

test('an ordinary request is answered', async () => {
  expect(await said('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc')).toContain(' 200 ');
});
