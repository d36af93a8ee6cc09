import { describe, expect, test } from 'vitest';
import { type AccessRole, may, RIGHTS } from './access.ts';
import { ROLES } from './record.ts';

const LADDER: readonly AccessRole[] = ['public', ...ROLES];

describe('rights', () => {
  test('each role may do what the one before it may', () => {
    for (const [at, role] of LADDER.entries())
      for (const right of RIGHTS) if (may(LADDER[at - 1] ?? 'public', right)) expect(may(role, right), `${role}: ${right}`).toBe(true);
  });
  test('the public sees releases alone', () => {
    expect(RIGHTS.filter((right) => may('public', right))).toEqual(['releases']);
  });
  test('exact places are for editors and those above them', () => {
    expect(LADDER.filter((role) => may(role, 'restricted'))).toEqual(['editor', 'publisher', 'admin']);
  });
});
