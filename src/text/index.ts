export { annotate } from './pipeline.ts';
export { toPrediction } from './prediction.ts';
