import type { ConceptEntry } from './concepts.ts';
import { agreementConcepts } from './de/concepts-agreements.generated.ts';
import { elementConcepts } from './de/concepts-elements.generated.ts';
import { objectConcepts } from './de/concepts-objects.generated.ts';
import { topicConcepts } from './de/concepts-topics.generated.ts';
import { englishConcepts } from './en/concepts.generated.ts';

/** The concept lists by language; a further language adds its lists here and nothing else. */
export const conceptLists: Readonly<Record<string, readonly ConceptEntry[]>> = {
  de: [...agreementConcepts, ...objectConcepts, ...elementConcepts, ...topicConcepts],
  en: englishConcepts,
};
