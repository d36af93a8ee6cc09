/** From a computed dossier to something a person or another program reads; pure, and deciding nothing. */
export { type AgreementChanges, type ChangeItem, type Comparison, changesView } from './changes-view.ts';
export { clarifyJson, renderClarifyText } from './clarify-text.ts';
export { type CommonOptions, type CommonView, commonTextJson, commonViews, renderCommonMarkdown, renderCommonText } from './common-text.ts';
export { diffWords } from './diff-words.ts';
export type {
  AgreementView,
  DivergenceView,
  DossierView,
  EntryView,
  HistoryView,
  LineView,
  RowView,
  SourceRef,
  SourceView,
} from './dossier-view.ts';
export { type EntryMaker, entryMaker, speakerInWords, withMarks } from './entries.ts';
export { type ExplainOptions, explainText } from './explain-text.ts';
export { ceasefireCsv } from './exports/ceasefire-rows.ts';
export { claimsJsonLd } from './exports/claims.ts';
export { csvOf, divergencesCsv, readingsCsv } from './exports/csv.ts';
export { ploverLines } from './exports/plover.ts';
export { releasedCsv } from './exports/released-csv.ts';
export { releasedGeoJson } from './exports/released-geojson.ts';
export { releasedJson } from './exports/released-json.ts';
export { releasedJsonLd } from './exports/released-jsonld.ts';
export { renderHtml } from './html/render-html.ts';
export { incidentsJson, renderIncidentsText } from './incidents-text.ts';
export { type AttributedIncident, type JudgeOptions, judgeJson, renderJudgeText } from './judge-text.ts';
export { type MarkedPiece, markedParagraphs } from './marked-text.ts';
export { type MatchOptions, matchesOf, matchText, type RuleMatch } from './match-text.ts';
export { type Paint, type PaintRole, plain, SIGN } from './paint.ts';
export { joinedNotes, printable, shortened } from './printable.ts';
export { releaseCardLines } from './release-card-text.ts';
export { renderJson } from './render-json.ts';
export { renderMarkdown } from './render-markdown.ts';
export { findAgreements, restrictTo } from './restrict.ts';
export { type ContextOf, contextsOf } from './source-context.ts';
export { type ChangesOptions, changesText, reportHeading } from './text/changes-text.ts';
export { type CheckOptions, checkText } from './text/check-text.ts';
export { renderText, type TextOptions } from './text/render-text.ts';
export { originCount, type ViewOptions, viewOf } from './view-of.ts';
