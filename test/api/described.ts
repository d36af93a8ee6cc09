import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required?: boolean;
  readonly schema: Readonly<Record<string, unknown>>;
}

/** As much of a schema as a test that makes bodies looks at. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly $ref?: string;
}

interface Answer {
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}

/** One operation of the description. */
export interface Operation {
  readonly path: string;
  readonly method: string;
  readonly right: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
  readonly responses: Readonly<Record<string, Answer>>;
}

interface OpenApi {
  readonly components?: { readonly schemas?: Readonly<Record<string, JsonSchema>> };
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, Omit<Operation, 'path' | 'method' | 'right'> & { readonly 'x-right': string }>>>
  >;
}

/** The description read for a test: its operations, and what is wrong with an answer. */
export interface Described {
  readonly operations: readonly Operation[];
  /** A schema, found where a reference leads. */
  readonly schemaOf: (schema: JsonSchema) => JsonSchema;
  /** Faults of an answer against the description of its operation; empty if it is as described. */
  readonly faultsOf: (operation: Operation, answer: Response, text: string) => readonly string[];
}

/** Reads a description. */
export function readDescription(document: object): Described {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajv.addSchema({ ...document, $id: 'openapi' });
  const compiled = new Map<string, ValidateFunction>();
  const pointer = (path: string): string => path.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D');
  const validatorAt = ({ path, method }: Operation, status: string, type: string): ValidateFunction => {
    const $ref = `openapi#/paths/${pointer(path)}/${method}/responses/${status}/content/${pointer(type).replaceAll('+', '%2B')}/schema`;
    const known = compiled.get($ref) ?? ajv.compile({ $ref });
    compiled.set($ref, known);
    return known;
  };
  const operations = Object.entries((document as OpenApi).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], responses, requestBody, 'x-right': right }]) => ({
      path,
      method,
      right,
      parameters,
      responses,
      ...(requestBody === undefined ? {} : { requestBody }),
    })),
  );
  const schemas = (document as OpenApi).components?.schemas ?? {};
  return {
    operations,
    schemaOf: (schema) => (schema.$ref === undefined ? schema : (schemas[schema.$ref.slice('#/components/schemas/'.length)] ?? {})),
    faultsOf: (operation, answer, text) => {
      const described = operation.responses[String(answer.status)];
      if (!described) return [`the status ${answer.status} is not described`];
      if (answer.status === 304 || answer.status === 204) return text === '' ? [] : ['an answer without content has some'];
      const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? '';
      if (!described.content?.[type]) return [`the type "${type}" is not described for ${answer.status}`];
      if (!type.includes('json')) return [];
      const validate = validatorAt(operation, String(answer.status), type);
      return validate(JSON.parse(text)) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
    },
  };
}
