/** A page with more elements is no article; the extractor needs four seconds for 20,000. */
const MOST_ELEMENTS = 30_000;

/**
 * Deeper pages are not written by people. The extractor is cubic in depth: 300 levels take two seconds, 2,000 take
 * five minutes, and the parser alone takes half a minute for 20,000.
 */
const DEEPEST = 250;

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Elements that end by themselves where the next one begins, so that an unclosed one does not nest. */
const IMPLIED_END = new Set('p li dt dd tr td th thead tbody tfoot option optgroup colgroup rt rp body html head'.split(' '));
/** What stands in these is not markup of the page; svg is, but closes its elements in a way of its own. */
const SKIPPED = new Set(['script', 'style', 'textarea', 'svg']);

/** Says why a page is too large or too deep to be taken apart, else null; linear, and counts tags without a DOM. */
export function shapeFault(html: string): string | null {
  const text = html.toLowerCase();
  const tag = /<(?:(\/?)([a-z][a-z0-9-]{0,30})|!--)/g;
  let elements = 0;
  let depth = 0;
  for (let found = tag.exec(text); found; found = tag.exec(text)) {
    const [whole, slash, name = ''] = found;
    const end = whole === '<!--' ? '-->' : !slash && SKIPPED.has(name) ? `</${name}` : null;
    if (end) {
      const at = text.indexOf(end, tag.lastIndex);
      // What is never closed reaches to the end of the page.
      if (at < 0) return null;
      tag.lastIndex = at + end.length;
      continue;
    }
    if (slash) {
      if (depth > 0 && !VOID.has(name) && !IMPLIED_END.has(name)) depth--;
      continue;
    }
    elements++;
    if (elements > MOST_ELEMENTS) return `it has more than ${MOST_ELEMENTS} elements`;
    if (!VOID.has(name) && !IMPLIED_END.has(name)) depth++;
    if (depth > DEEPEST) return `its elements nest deeper than ${DEEPEST}`;
  }
  return null;
}
