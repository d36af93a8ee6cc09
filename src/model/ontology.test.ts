import { describe, expect, test } from 'vitest';
import { compareObjects, coversObject, meetOf, type ObjectSet, prohibitsAct } from './ontology.ts';

const set = (include: readonly string[], exclude: readonly string[] = [], open: string | null = null): ObjectSet => ({
  include,
  exclude,
  open,
});
const energy = set(['energy_infrastructure']);

describe('sets of objects', () => {
  test.for([
    [energy, energy, 'equal'],
    [set(['energy_infrastructure', 'other_civilian_infrastructure']), energy, 'wider'],
    [energy, set(['infrastructure']), 'narrower'],
    [energy, set(['power_plant', 'rail']), 'overlapping'],
    [set(['rail']), set(['power_plant']), 'disjoint'],
    [set(['power_plant', 'rail'], ['rail']), set(['power_plant']), 'equal'],
    [energy, set(['power_plant', 'substation']), 'wider'],
    // The parts of a class in full are not the class: whoever names the class leaves room for what nobody has listed.
    [set(['power_grid']), set(['substation', 'transformer', 'distribution_unit', 'power_line']), 'wider'],
    [set(['energy_infrastructure'], [], 'and other objects'), energy, 'wider'],
    [energy, set(['energy_infrastructure'], [], 'and other objects'), 'narrower'],
    [set(['rail'], [], 'and other objects'), energy, 'overlapping'],
    [set(['all']), set(['hospital']), 'wider'],
    [set(['something_new']), set(['something_new']), 'equal'],
  ] as const)('%j against %j is %s', ([a, b, relation]) => {
    expect(compareObjects(a, b)).toBe(relation);
  });

  test.for([
    [energy, 'substation', 'yes'],
    [energy, 'rail', 'no'],
    [energy, 'infrastructure', 'unknown'],
    [set(['infrastructure'], ['oil_and_gas']), 'oil_refinery', 'no'],
    [set(['infrastructure'], ['oil_and_gas']), 'energy_infrastructure', 'unknown'],
    [set(['power_plant'], [], 'and other objects'), 'rail', 'unknown'],
    [set(['power_plant']), 'nuclear_power_plant', 'yes'],
  ] as const)('%j covers %s: %s', ([objects, code, answer]) => {
    expect(coversObject(objects, code)).toBe(answer);
  });

  test('what two sets share is named by the coarsest classes in both', () => {
    expect(meetOf(energy, set(['power_plant', 'rail']))).toEqual(['power_plant']);
    expect(meetOf(energy, set(['rail']))).toEqual([]);
    expect(meetOf(set(['infrastructure']), set(['energy_infrastructure', 'hospital']))).toEqual(['energy_infrastructure', 'hospital']);
  });
});

describe('acts', () => {
  test.for([
    [['attack'], [], 'drone_strike', 'yes'],
    [['attack'], [], 'attempted_attack', 'unknown'],
    [['attack', 'attempted_attack'], [], 'attempted_attack', 'yes'],
    [['attack'], [], 'intelligence_sharing', 'no'],
    [['drone_strike'], [], 'attack', 'unknown'],
    [['drone_strike'], [], 'missile_strike', 'no'],
    [['attack'], ['shelling'], 'shelling', 'no'],
    [['hostilities'], [], 'shelling', 'yes'],
  ] as const)('%j without %j prohibits %s: %s', ([prohibited, permitted, act, answer]) => {
    expect(prohibitsAct(prohibited, permitted, act)).toBe(answer);
  });
});
