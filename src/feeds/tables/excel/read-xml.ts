import { SaxesParser } from 'saxes';
import { fault } from '../table-row.ts';
import { bomb, broken, ExcelFailure } from './excel-archive.ts';

/** What a reader of a part wants to know of its XML; names come without their prefix. */
export interface XmlHandler {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

/** Elements within one another at most; those of a workbook lie six deep. */
const DEEPEST = 64;

/** Characters without a tag at most. A cell holds 32,767; the parser would keep whatever comes until the next tag. */
const LONGEST_TEXT = 2_000_000;

/** Bytes handed to the parser at once, so that the limit is looked at often enough. */
const PIECE = 65_536;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads the XML of a part piece by piece; yields after every piece, so that what was found can be passed on. A document type
 * declaration is refused, since entities that stand for one another are how a small file becomes an endless one; workbooks
 * have none.
 */
export async function* readXml(
  bytes: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
  deepest: number = DEEPEST,
): AsyncGenerator<undefined> {
  const parser = new SaxesParser({ position: false });
  let depth = 0;
  let sinceTag = 0;
  parser.on('doctype', () => {
    throw new ExcelFailure(fault('TB_EXCEL_DOCTYPE'));
  });
  parser.on('opentag', ({ name, attributes }) => {
    sinceTag = 0;
    if (++depth > deepest) throw bomb(`its elements lie more than ${deepest} deep`);
    handler.open(localName(name), attributes as Readonly<Record<string, string>>);
  });
  parser.on('closetag', ({ name }) => {
    sinceTag = 0;
    depth--;
    handler.close(localName(name));
  });
  parser.on('text', handler.text);
  parser.on('cdata', handler.text);
  const decoder = new TextDecoder('utf-8');
  try {
    for await (const chunk of bytes) {
      for (let at = 0; at < chunk.length; at += PIECE) {
        const text = decoder.decode(chunk.subarray(at, at + PIECE), { stream: true });
        sinceTag += text.length;
        if (sinceTag > LONGEST_TEXT) throw bomb(`it holds more than ${LONGEST_TEXT} characters without a tag`);
        parser.write(text);
        yield undefined;
      }
    }
    parser.close();
  } catch (failure) {
    throw failure instanceof ExcelFailure ? failure : broken('a part is no well-formed XML');
  }
}

/** Reads the XML of a part to its end. */
export async function readAllXml(bytes: AsyncIterable<Uint8Array>, handler: XmlHandler, deepest: number = DEEPEST): Promise<void> {
  for await (const _ of readXml(bytes, handler, deepest)) {
    // What is found goes to the handler.
  }
}
