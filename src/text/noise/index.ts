export { compileNoise, findNoise } from './find-noise.ts';
export { compilePatterns, findSentences } from './sentence-patterns.ts';
