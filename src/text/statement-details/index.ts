export { completeStatements } from './complete-statements.ts';
