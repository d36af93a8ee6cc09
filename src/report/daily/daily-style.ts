/**
 * The look of a daily report: black on white on paper and in every browser, since it is printed, faxed and photographed. What a
 * sign says a word says too; nothing depends on colour. Headings keep their distance by padding: with a margin, Chromium names those at
 * the head of a page twice in the outline of a PDF. The narrow layout is for screens only: A4 is as narrow as a phone is wide.
 */
export const dailyStyle = `
:root { color-scheme: light; --ink: #161513; --soft: #55524c; --line: #8d887e; --tint: #f1efea; }
* { box-sizing: border-box; }
html { font: 16px/1.5 "Noto Sans", "Segoe UI", system-ui, sans-serif; color: var(--ink); background: #fff; }
body { max-width: 64rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: break-word; hyphens: auto; }
h1, h2, h3 { font-family: "Noto Serif", Georgia, serif; line-height: 1.25; hyphens: manual; }
h1 { font-size: 1.7rem; margin: 0; } h2 { font-size: 1.25rem; margin: 0 0 .5rem; padding: 2.2rem 0 .15rem; border-bottom: 2px solid var(--ink); }
h3 { font-size: 1rem; margin: 0 0 .25rem; padding-top: 1rem; }
p { margin: .35rem 0; } ul { margin: .35rem 0; padding-left: 1.2rem; } li { margin: .25rem 0; }
a { color: inherit; text-decoration-color: var(--line); text-underline-offset: .15em; }
header { border-top: 4px solid var(--ink); padding-top: .6rem; } .kind { display: none; }
.agreements { font-size: 1.05rem; margin: .2rem 0 .7rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .4rem 0; font-size: .9rem; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
#findings + ul > li { margin: .4rem 0; }
table { border-collapse: collapse; width: 100%; margin: .7rem 0 .4rem; font-size: .82rem; line-height: 1.35; }
caption { text-align: left; font-weight: 600; padding-bottom: .35rem; }
th, td { border-bottom: 1px solid var(--line); padding: .35rem .6rem .35rem 0; text-align: left; vertical-align: top; font-weight: normal; }
thead th { border-bottom: 2px solid var(--ink); font-weight: 600; vertical-align: bottom; hyphens: auto; }
tbody th { font-weight: 600; } .exchanges tbody th { font-weight: normal; width: 34%; }
.regions { width: auto; min-width: 60%; }
.line { display: block; } .line + .line { margin-top: .1rem; } .soft { color: var(--soft); font-size: .92em; }
li > .line { display: inline; } .sign { width: .75em; height: .75em; }
sup { line-height: 0; font-size: .72em; margin-left: .1em; } sup a { text-decoration: none; }
tr:target th, tr:target td, li:target { background: var(--tint); }
.notes { padding-left: 2.2rem; font-size: .88rem; } .url { overflow-wrap: anywhere; hyphens: manual; color: var(--soft); }
figure { margin: .6rem 0; } .map { display: block; width: 100%; height: auto; border: 1px solid var(--line); font: 12px/1 "Noto Sans", "Segoe UI", system-ui, sans-serif; }
.map .box { fill: #fff; stroke: var(--ink); } .map text { fill: var(--ink); } .map .labels text { fill: var(--soft); font-size: 13px; } .map .sea { font-style: italic; } figcaption { font-size: .82rem; }
@media screen and (max-width: 44rem) { body { padding: 1rem; } dl { grid-template-columns: 1fr; } dt { margin-top: .3rem; }
  thead { display: none; } table, caption, tbody, tr, th, td { display: block; width: auto; } tr { border-bottom: 1px solid var(--ink); padding: .4rem 0; } th, td { border: 0; padding: .1rem 0; }
  td { display: grid; grid-template-columns: 8.5rem 1fr; gap: 0 .6rem; } td::before { content: attr(data-column); color: var(--soft); grid-row: 1 / span 9; } .exchanges tbody th { width: auto; } }
@page { size: A4; margin: 16mm 15mm 18mm; }
@media print { html { font-size: 10pt; font-variant-ligatures: none; } body { max-width: none; padding: 0; } a { text-decoration: none; }
  h2, h3, caption, thead { break-after: avoid; break-inside: avoid; } tbody tr:first-child { break-before: avoid; } tr, li, figure, dl { break-inside: avoid; } thead { display: table-header-group; } table { width: calc(100% - 1px); }
  p, li { orphans: 3; widows: 3; } tr:target th, tr:target td, li:target { background: none; } }
`;
