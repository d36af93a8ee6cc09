import { readFileSync } from 'node:fs';
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Divergence, Dossier, DossierAgreement, OpenQuestion, Reading, Speaker } from '../../model/index.ts';
import type { ApiEnv } from '../frame/asked.ts';

type SchemaObject = Readonly<Record<string, unknown>>;

const nameOf = (definition: string): string => definition.charAt(0).toUpperCase() + definition.slice(1);

/** A schema with its references led to where the document keeps schemas. */
function led(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(led);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      key === '$ref' && typeof entry === 'string'
        ? entry.replace(/^#\/\$defs\/(.+)$/, (_, name: string) => `#/components/schemas/${nameOf(name)}`)
        : led(entry),
    ]),
  );
}

/** Puts the parts of `schema/dossier.schema.json` into the document: what a dossier holds has one schema, wherever it is asked for. */
export function addDossierParts(api: OpenAPIHono<ApiEnv>): void {
  const { $defs } = JSON.parse(readFileSync(new URL('../../../schema/dossier.schema.json', import.meta.url), 'utf8')) as {
    readonly $defs: Readonly<Record<string, SchemaObject>>;
  };
  for (const [name, definition] of Object.entries($defs))
    api.openAPIRegistry.registerComponent('schemas', nameOf(name), led(definition) as Record<string, never>);
}

/** What the program computes is described by its own schema and not checked once more while it is sent. */
function part<T>(definition: string): z.ZodType<T> {
  return z.custom<T>().openapi({ type: 'object', allOf: [{ $ref: `#/components/schemas/${nameOf(definition)}` }] });
}

export const READING: z.ZodType<Reading> = part('reading');
export const DIVERGENCE: z.ZodType<Divergence> = part('divergence');
export const OPEN_QUESTION: z.ZodType<OpenQuestion> = part('openQuestion');
export const DOSSIER_AGREEMENT: z.ZodType<DossierAgreement> = part('dossierAgreement');
export const DOSSIER_REPORT: z.ZodType<Dossier['reports'][number]> = part('report');
export const STATEMENT: z.ZodType<Dossier['statements'][number]> = part('statement');
export const SPEAKER: z.ZodType<Speaker> = part('speaker');
