import { shapeFault } from './html-shape.ts';

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);
const HIDDEN = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SVG', 'IFRAME', 'OBJECT', 'BUTTON', 'SELECT', 'TEXTAREA']);

/**
 * Puts the text of an element into paragraphs, one blank line between blocks. `textContent` would glue the last word
 * of a paragraph to the first of the next. A loop over siblings and parents, not a recursion: pages nest without end.
 */
export function paragraphsOf(root: Node): string {
  const paragraphs: string[] = [];
  let current = '';
  const close = (): void => {
    const plain = current
      .replace(/[ \t\r\n\f\u00a0]+/g, ' ')
      .replace(/ ?\u2028 ?/g, '\n')
      .trim();
    if (plain) paragraphs.push(plain);
    current = '';
  };
  let node: Node | null = root;
  while (node) {
    const hidden = HIDDEN.has(node.nodeName.toUpperCase());
    if (node.nodeType === 3) current += node.nodeValue ?? '';
    else if (node.nodeName === 'BR') current += '\u2028';
    else if (BLOCKS.has(node.nodeName)) close();
    if (node.firstChild && !hidden) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node && BLOCKS.has(node.nodeName)) close();
    }
    node = node === root || !node ? null : node.nextSibling;
  }
  close();
  return paragraphs.join('\n\n');
}

/** Turns pieces of HTML (entries of feeds, a converted document) into paragraphs; scripts do not run and nothing is loaded. */
export interface FragmentReader {
  /** The text of a piece; null if it nests too deep or holds too much to be taken apart. */
  readonly read: (html: string) => string | null;
}

/** Makes a reader of pieces; one for many, since the DOM takes half a second to load. */
export async function fragmentReader(): Promise<FragmentReader> {
  const { JSDOM } = await import('jsdom');
  const { document } = new JSDOM('').window;
  return {
    read: (html) => {
      if (shapeFault(html) !== null) return null;
      const holder = document.createElement('template');
      holder.innerHTML = html;
      // Marks that lead back from a note to its place are no words of the text.
      for (const back of holder.content.querySelectorAll('a[href^="#footnote-ref"],a[href^="#endnote-ref"]')) back.remove();
      return paragraphsOf(holder.content);
    },
  };
}
