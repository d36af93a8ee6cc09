export type { ActInput, ActResult } from './classify-act.ts';
export { classifyAct } from './classify-act.ts';
export { findConditions } from './find-conditions.ts';
