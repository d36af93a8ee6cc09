/**
 * The look of the page. Sides are told apart by hue and shape, never by red and green, which would read as a verdict;
 * a state is always a word as well. The narrow layout is for screens only: A4 is as narrow as a phone is wide.
 */
export const style = `
:root { color-scheme: light dark; --ink: #1d1c1a; --soft: #66635c; --line: #d9d5cc; --paper: #fffefb; --mark: #fbe9a9; --tint: #f6f3ec;
  --differ: #8a4b08; --agree: #1f5c7a; --only: #6b3f87; --silent: #6f6c66; --h0: #9a4a1f; --h1: #3f4f96; --h2: #0f7686; --h3: #6b3f87; }
@media (prefers-color-scheme: dark) { :root { --ink: #ece9e2; --soft: #a8a398; --line: #45423c; --paper: #1b1a18; --mark: #5a4a12; --tint: #26241f;
  --differ: #efb26a; --agree: #8cc6e4; --only: #cfa6e8; --silent: #a8a398; --h0: #e59a6b; --h1: #a9b4f0; --h2: #6fc6d6; --h3: #cfa6e8; } }
* { box-sizing: border-box; }
html { font: 16px/1.5 "Noto Sans", system-ui, sans-serif; color: var(--ink); background: var(--paper); }
body { max-width: 76rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: break-word; }
h1, h2 { font-family: "Noto Serif", Georgia, serif; line-height: 1.2; }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.6rem; margin: 3rem 0 .25rem; } h3 { font-size: 1.05rem; margin: 1.75rem 0 .4rem; }
a { color: inherit; text-decoration-color: var(--line); text-underline-offset: .2em; } a:hover { text-decoration-color: currentColor; }
.soft, small { color: var(--soft); font-size: .85rem; } p { margin: .25rem 0; }
nav ol { padding-left: 1.6rem; } nav li { margin: .2rem 0; }
.state { font-size: 1.05rem; } .parties { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: .5rem 0 1rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border: 1px solid var(--line); padding: .5rem .6rem; hyphens: auto; vertical-align: top; text-align: left; font-weight: normal; }
thead th { font-weight: 600; border-top: 3px solid var(--line); } th:first-child { width: 12rem; } tbody th { font-weight: 600; }
.shape { display: inline-block; width: 1.1em; }
.c0 { --side: var(--h0); } .c1 { --side: var(--h1); } .c2 { --side: var(--h2); } .c3 { --side: var(--h3); }
thead .c0, thead .c1, thead .c2, thead .c3 { border-top-color: var(--side); } .shape { color: var(--side); }
.verdict { display: block; font-weight: normal; font-size: .85rem; } .sign { font: 700 1em/1 "DejaVu Sans", "Segoe UI Symbol", "Apple Symbols", sans-serif; display: inline-block; min-width: 1.2em; padding-right: .25em; }
.differ .sign, .differ .verdict { color: var(--differ); } .agree .sign, .agree .verdict { color: var(--agree); }
.only .sign, .only .verdict { color: var(--only); } .silent .sign, .silent .verdict, .none { color: var(--silent); }
.entry + .entry { margin-top: .6rem; padding-top: .6rem; border-top: 1px dotted var(--line); }
div.entry > strong, div.entry > .words { display: block; } .words { font-family: "Noto Serif", Georgia, serif; text-decoration: none; } a.words:hover { text-decoration: underline; }
.told { font-family: inherit; } ul { padding-left: 1.2rem; margin: .3rem 0; } li { margin: .3rem 0; }
.differences, details ul { list-style: none; padding-left: 0; } .differences ul, details ul ul { list-style: disc; padding-left: 1.2rem; }
details { margin: .3rem 0; } summary { color: var(--soft); cursor: pointer; font-size: .9rem; } del { color: var(--soft); text-decoration-color: var(--line); } .history { list-style: none; padding-left: 1rem; }
.timeline { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: 0; } dt { color: var(--soft); } dd { margin: 0; }
.cited { border-left: 3px solid var(--line); padding: .1rem 0 .1rem .8rem; margin: .6rem 0; font-family: "Noto Serif", Georgia, serif; }

.ref { white-space: nowrap; } mark { background: var(--mark); color: inherit; padding: 0 .1em; } .cited:target { border-color: var(--differ); background: var(--tint); }
.legend { margin-top: 2rem; padding-top: .75rem; border-top: 1px solid var(--line); }
@media screen and (max-width: 46rem) { thead { display: none; } table, tbody, tr, th, td { display: block; width: auto; } th:first-child { width: auto; }
  tbody tr { border: 1px solid var(--line); margin-bottom: 1rem; } tbody th { background: var(--tint); } th, td { border: 0; }
  td::before { content: attr(data-holder); display: block; font-weight: 600; font-size: .85rem; color: var(--side); }
  .parties { gap: 0; flex-direction: column; } body { padding: 1rem; } }
@page { size: A4; margin: 15mm; }
@media print { html { font-size: 9.5pt; background: none; } body { max-width: none; padding: 0; } th:first-child { width: 10.5rem; }
  table { width: calc(100% - 1px); } th, td { padding: .35rem .45rem; } li, .cited, .entry { break-inside: avoid; } details::details-content { content-visibility: visible; display: block; } h2, h3 { break-after: avoid; } thead { display: table-header-group; } a { text-decoration: none; } }
`;
