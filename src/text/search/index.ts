// Words as people look for them: stems, parts of compounds, other forms of a verb; what a store indexes and a page marks.
export { analyseWords, foldWord, queryTerms, SEARCH_LANGUAGES, type SearchTerm } from './analyse-words.ts';
export { holdsWords, matchWords } from './match-words.ts';
export { parseQuery, SEARCH_FIELDS, type SearchField, type SearchQuery } from './parse-query.ts';
