import { readFileSync } from 'node:fs';
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type {
  Agreement,
  AnchoredSpan,
  Divergence,
  Dossier,
  DossierAgreement,
  OpenQuestion,
  PartyStatus,
  Reading,
  Speaker,
} from '../../model/index.ts';
import type { ApiEnv } from '../frame/asked.ts';

interface SchemaObject {
  readonly properties?: Readonly<Record<string, object>>;
  readonly required?: readonly string[];
}

/** An agreement without the places where it is spoken of: in a large book they are as long as all the rest, and a list of their own. */
export type AgreementHead = Omit<Agreement, 'mentions'>;
/** An agreement with its table. */
export interface AgreementTable extends Omit<DossierAgreement, 'agreement'> {
  readonly agreement: AgreementHead;
}
/** An agreement as it is listed. */
export interface AgreementSummary extends Pick<DossierAgreement, 'overall'> {
  readonly agreement: AgreementHead;
  readonly parties: readonly Pick<PartyStatus, 'holder' | 'state' | 'since'>[];
}

/** A schema with some of its fields left. */
function only({ properties = {}, required = [], ...rest }: SchemaObject, isKept: (name: string) => boolean): SchemaObject {
  const kept = Object.fromEntries(Object.entries(properties).filter(([name]) => isKept(name)));
  return { ...rest, properties: kept, required: required.filter(isKept) };
}

/** Schemas that lists and tables have, made from those of the dossier. */
function derivedFrom(definitions: Readonly<Record<string, SchemaObject>>): Readonly<Record<string, SchemaObject>> {
  const { agreement = {}, dossierAgreement = {}, partyStatus = {} } = definitions;
  const head = { agreement: { $ref: '#/$defs/agreementHead' } };
  const summary = only(dossierAgreement, (name) => ['agreement', 'overall', 'parties'].includes(name));
  const state = { type: 'array', items: only(partyStatus, (name) => ['holder', 'state', 'since'].includes(name)) };
  return {
    agreementHead: only(agreement, (name) => name !== 'mentions'),
    agreementTable: { ...dossierAgreement, properties: { ...dossierAgreement.properties, ...head } },
    agreementSummary: { ...summary, properties: { ...summary.properties, ...head, parties: state } },
  };
}

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
  for (const [name, definition] of Object.entries({ ...$defs, ...derivedFrom($defs) }))
    api.openAPIRegistry.registerComponent('schemas', nameOf(name), led(definition) as Record<string, never>);
}

/** What the program computes is described by its own schema and not checked once more while it is sent. */
function part<T>(definition: string): z.ZodType<T> {
  return z.custom<T>().openapi({ type: 'object', allOf: [{ $ref: `#/components/schemas/${nameOf(definition)}` }] });
}

export const READING: z.ZodType<Reading> = part('reading');
export const DIVERGENCE: z.ZodType<Divergence> = part('divergence');
export const OPEN_QUESTION: z.ZodType<OpenQuestion> = part('openQuestion');
export const AGREEMENT_TABLE: z.ZodType<AgreementTable> = part('agreementTable');
export const AGREEMENT_SUMMARY: z.ZodType<AgreementSummary> = part('agreementSummary');
export const ANCHORED_SPAN: z.ZodType<AnchoredSpan> = part('anchoredSpan');
export const DOSSIER_REPORT: z.ZodType<Dossier['reports'][number]> = part('report');
export const STATEMENT: z.ZodType<Dossier['statements'][number]> = part('statement');
export const SPEAKER: z.ZodType<Speaker> = part('speaker');
