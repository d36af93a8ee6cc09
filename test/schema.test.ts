import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { DIVERGENCE_KINDS, ELEMENTS, OVERALL_STATES, PARTY_STATES, SPEECH_ACTS, STATEMENT_RELATIONS } from '../src/model/index.ts';
import { renderJson } from '../src/report/index.ts';
import { exampleDossier } from './report/example-dossier.ts';

const schema = JSON.parse(readFileSync(new URL('../schema/dossier.schema.json', import.meta.url), 'utf8'));
const validate: ValidateFunction = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);

/** What is wrong with a dossier, as short lines that a failing test can show. */
function faultsOf(dossier: unknown): readonly string[] {
  validate(dossier);
  return (validate.errors ?? [])
    .slice(0, 20)
    .map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
}

describe('the schema of the dossier', () => {
  test('accepts what the program writes', () => {
    expect(faultsOf(JSON.parse(renderJson(exampleDossier)))).toEqual([]);
  });

  test('refuses a field it does not know, a missing one and a wrong code', () => {
    expect(faultsOf({ ...exampleDossier, more: 1 })).toHaveLength(1);
    const { readings, ...without } = exampleDossier;
    expect(faultsOf(without)).toHaveLength(1);
    expect(faultsOf({ ...exampleDossier, readings: [{ ...readings[0], element: 'scope' }] })).toHaveLength(1);
    expect(faultsOf({ ...exampleDossier, asOf: '18.3.2025' })).toHaveLength(1);
  });

  test.for([
    ['element', ELEMENTS],
    ['act', SPEECH_ACTS],
    ['partyState', PARTY_STATES],
    ['overallState', OVERALL_STATES],
  ] as const)('%s has the codes of the model', ([name, codes]) => {
    expect(schema.$defs[name].enum).toEqual([...codes]);
  });

  test('the kinds of divergences and relations are those of the model', () => {
    expect(schema.$defs.divergence.properties.kind.enum).toEqual([...DIVERGENCE_KINDS]);
    expect(schema.$defs.relation.properties.kind.enum).toEqual([...STATEMENT_RELATIONS]);
  });
});
