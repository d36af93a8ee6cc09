import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { unaskedApi } from '../../scripts/openapi-page.ts';
import { documentOf } from '../../src/api/routes/document-routes.ts';

const page = new URL('../../docs/reference/openapi.json', import.meta.url);
const api = unaskedApi();
const document = documentOf(api) as { paths: Readonly<Record<string, Readonly<Record<string, unknown>>>> };

test('docs/reference/openapi.json is what the interface says of itself', () => {
  expect(JSON.parse(readFileSync(page, 'utf8'))).toEqual(JSON.parse(JSON.stringify(document)));
});

test('every address that is answered is described, and the other way round', () => {
  const answered = api.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/v1/'))
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect([...new Set(answered)].sort()).toEqual(described.sort());
});

test('the how-to names every address', () => {
  const howTo = readFileSync(new URL('../../docs/how-to/use-the-api.md', import.meta.url), 'utf8');
  const named = (path: string): boolean => howTo.includes(path) || howTo.includes(`\`${path.replace('/agreements/{id}', '')}\``);
  expect(
    Object.keys(document.paths)
      .map((path) => path.slice('/api/v1'.length))
      .filter((path) => !named(path)),
  ).toEqual([]);
});
