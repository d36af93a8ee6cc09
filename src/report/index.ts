/** From a computed dossier to something a person or another program reads; pure, and deciding nothing. */
export type { DossierView } from './dossier-view.ts';
export { type ExplainOptions, explainText } from './explain-text.ts';
export { ceasefireCsv } from './exports/ceasefire-rows.ts';
export { claimsJsonLd } from './exports/claims.ts';
export { divergencesCsv, readingsCsv } from './exports/csv.ts';
export { ploverLines } from './exports/plover.ts';
export { renderHtml } from './html/render-html.ts';
export { type MatchOptions, matchesOf, matchText, type RuleMatch } from './match-text.ts';
export { type Paint, type PaintRole, plain } from './paint.ts';
export { renderJson } from './render-json.ts';
export { renderMarkdown } from './render-markdown.ts';
export { findAgreements, restrictTo } from './restrict.ts';
export { type ContextOf, contextsOf } from './source-context.ts';
export { type ChangesOptions, type Comparison, changesText, reportHeading } from './text/changes-text.ts';
export { type CheckOptions, checkText } from './text/check-text.ts';
export { renderText, type TextOptions } from './text/render-text.ts';
export { type ViewOptions, viewOf } from './view-of.ts';
