import { problem } from '../../errors.ts';
import { type Drafts, rejected } from '../draft.ts';
import { fragmentReader } from '../html-paragraphs.ts';
import { reportDate } from '../report-date.ts';
import { NOTHING_STATED } from '../stated-fields.ts';
import { bomb, type ExcelArchive, ExcelFailure, openArchive } from '../tables/excel/excel-archive.ts';
import { readAllXml } from '../tables/excel/read-xml.ts';

/** The document without its pictures. */
const MOST_XML = 40_000_000;
/** Paragraphs; the library and the DOM take ten seconds for so many, and four times as long for twice as many. */
const MOST_PARAGRAPHS = 10_000;
/** Tables within tables; Word itself stops long before. */
const DEEPEST = 200;

/** What a Word file says of itself. */
interface CoreFields {
  readonly title: string | null;
  readonly author: string | null;
  readonly date: string | null;
}

/** Goes through every part that will be read, without keeping it: sizes, depth and declarations are checked before a library unpacks. */
async function checkParts(archive: ExcelArchive): Promise<void> {
  let total = 0;
  async function* counted(name: string): AsyncGenerator<Uint8Array> {
    for await (const chunk of archive.read(name)) {
      total += chunk.length;
      if (total > MOST_XML) throw bomb(`its parts unpack to more than ${MOST_XML / 1e6} MB`);
      yield chunk;
    }
  }
  let paragraphs = 0;
  const open = (name: string): void => {
    if (name === 'p' && ++paragraphs > MOST_PARAGRAPHS) throw bomb(`it holds more than ${MOST_PARAGRAPHS} paragraphs`);
  };
  for (const name of archive.names()) {
    if (/\.(?:xml|rels)$/i.test(name)) await readAllXml(counted(name), { open, text: () => undefined, close: () => undefined }, DEEPEST);
  }
}

async function coreFields(archive: ExcelArchive): Promise<CoreFields> {
  const found: Record<string, string> = {};
  if (archive.has('docProps/core.xml')) {
    let name = '';
    await readAllXml(archive.read('docProps/core.xml'), {
      open: (opened) => {
        name = opened;
      },
      text: (text) => {
        found[name] = `${found[name] ?? ''}${text}`;
      },
      close: () => {
        name = '';
      },
    });
  }
  const field = (name: string): string | null => found[name]?.trim().slice(0, 2000) || null;
  return { title: field('title'), author: field('creator'), date: reportDate(field('created') ?? '') };
}

/** Reads the text of a Word file: paragraphs, lists, cells of tables and notes; pictures, comments and deleted words are left out. */
export async function readDocx(bytes: Uint8Array, base: string, path: string): Promise<Drafts> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const archive = await openArchive(buffer);
    if (!archive.has('word/document.xml'))
      return rejected(problem('TB_DOCX_BROKEN', { reason: 'it has no part "word/document.xml"' }, { file: path }));
    await checkParts(archive);
    const { title, author, date } = await coreFields(archive);
    const { default: mammoth } = await import('mammoth');
    const { value } = await mammoth.convertToHtml(
      { buffer },
      { externalFileAccess: false, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    );
    const text = (await fragmentReader()).read(value);
    if (text === null)
      return rejected(problem('TB_DOCX_TOO_LARGE', { reason: 'it holds more elements, or lies deeper, than a report' }, { file: path }));
    if (!text) return rejected(problem('TB_FILE_EMPTY', {}, { file: path }));
    return {
      drafts: [
        {
          key: base,
          text,
          own: NOTHING_STATED,
          ownOrigin: 'document',
          page: { ...NOTHING_STATED, date, title },
          pageOrigin: 'document',
          ...(author === null ? {} : { carrier: { author } }),
        },
      ],
      problems: [],
    };
  } catch (failure) {
    if (!(failure instanceof ExcelFailure))
      return rejected(problem('TB_DOCX_BROKEN', { reason: 'a part of it is damaged' }, { file: path }));
    const { code, values } = failure.fault;
    const reason = code === 'TB_EXCEL_DOCTYPE' ? 'it declares a document type' : (values['reason'] ?? 'it is damaged');
    return rejected(problem(code === 'TB_EXCEL_BROKEN' ? 'TB_DOCX_BROKEN' : 'TB_DOCX_TOO_LARGE', { reason }, { file: path }));
  }
}
