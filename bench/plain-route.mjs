import { serve } from '@hono/node-server';
import { Hono } from 'hono';

// A route that does nothing but answer, over the same server library: what `bench:load` is compared with.
const body = { items: Array.from({ length: 50 }, (_, at) => ({ id: at, text: 'x'.repeat(200) })) };
const app = new Hono().get('*', (c) => c.json(body));
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => console.log(`http://localhost:${port}`));
