/** Characters of a feed at most; one of 10,000 entries with whole articles has fewer. */
const LONGEST = 100_000_000;
/** Elements within one another at most; those of a feed lie ten deep, its XHTML a few more. */
const DEEPEST = 100;

/** The rest of a tag; an attribute may hold the sign that ends one. */
const TAG = /(?:[^>"']|"[^"]*"|'[^']*')*>/y;

/** Whether a text is an XML feed: its first element is that of RSS, RDF or Atom. */
export function isXmlFeed(text: string): boolean {
  return /^(?:rss|rdf:RDF|(?:\w+:)?feed)$/i.test(rootOf(text) ?? '');
}

/** Name of the first element; null if the text is no XML. What stands before it is passed over without backtracking. */
export function rootOf(text: string): string | null {
  let at = 0;
  for (let steps = 0; steps < 50; steps++) {
    while (at < text.length && (text.charCodeAt(at) <= 32 || text.charCodeAt(at) === 0xfeff)) at++;
    const end = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : text.startsWith('<!', at) ? '>' : null;
    if (end === null) return /^<([A-Za-z_][\w:.-]{0,60})/.exec(text.slice(at, at + 64))?.[1] ?? null;
    let next = text.indexOf(end, at + 2);
    // What a document type declares stands in brackets and holds the same sign.
    const bracket = end === '>' ? text.slice(at, next < 0 ? at : next).indexOf('[') : -1;
    if (bracket >= 0) {
      const closed = text.indexOf(']', at + bracket);
      next = closed < 0 ? -1 : text.indexOf(end, closed);
    }
    if (next < 0) return null;
    at = next + end.length;
  }
  return null;
}

/** Why the XML of a feed is not given to a parser: `entities` it declares, or its size or depth in words; null if nothing stands against it. */
export function feedFault(xml: string): 'entities' | { readonly reason: string } | null {
  if (xml.length > LONGEST) return { reason: 'it is longer than a feed of ten thousand articles' };
  // Outside of CDATA and comments, where an article may speak of such things.
  const mark = /<(?:!\[CDATA\[|!--|!DOCTYPE|!ENTITY|\?|(\/?)[A-Za-z_])/gi;
  let depth = 0;
  for (let found = mark.exec(xml); found; found = mark.exec(xml)) {
    const [whole, slash] = found;
    if (/^<!(?:DOCTYPE|ENTITY)/i.test(whole)) return 'entities';
    const end = whole === '<![CDATA[' ? ']]>' : whole === '<!--' ? '-->' : whole === '<?' ? '?>' : null;
    if (end !== null) {
      const at = xml.indexOf(end, mark.lastIndex);
      if (at < 0) return { reason: 'it breaks off' };
      mark.lastIndex = at + end.length;
      continue;
    }
    TAG.lastIndex = mark.lastIndex;
    if (!TAG.test(xml)) return { reason: 'it breaks off within a tag' };
    mark.lastIndex = TAG.lastIndex;
    if (slash) depth--;
    else if (xml[TAG.lastIndex - 2] !== '/') depth++;
    if (depth > DEEPEST) return { reason: `its elements lie more than ${DEEPEST} deep` };
  }
  return null;
}
