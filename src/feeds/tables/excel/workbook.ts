import { LONGEST_CELL } from '../table-row.ts';
import { bomb, broken, type ExcelArchive } from './excel-archive.ts';
import { readAllXml } from './read-xml.ts';

/** A sheet of a workbook, with the part that holds its rows. */
export interface SheetPart {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

/** What the cells of all sheets refer to. */
export interface Workbook {
  readonly sheets: readonly SheetPart[];
  /** Days count from 1904 and not from 1900. */
  readonly from1904: boolean;
  readonly texts: readonly string[];
  /** Whether a cell with the style of this index shows a date. */
  readonly isDate: readonly boolean[];
}

/** Shared texts at most, by number and in characters altogether: they are the only part that is held in memory. */
const MOST_TEXTS = 4_000_000;
const MOST_CHARACTERS = 200_000_000;

const nothing = (): void => undefined;

/** Where the parts of the workbook lie, by the ids that it uses for them. */
async function relationsOf(archive: ExcelArchive): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  const part = 'xl/_rels/workbook.xml.rels';
  if (!archive.has(part)) return targets;
  await readAllXml(archive.read(part), {
    open: (name, { Id = '', Target = '' }) => {
      if (name === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`);
    },
    text: nothing,
    close: nothing,
  });
  return targets;
}

async function sheetsOf(archive: ExcelArchive): Promise<Pick<Workbook, 'sheets' | 'from1904'>> {
  const targets = await relationsOf(archive);
  const sheets: SheetPart[] = [];
  let from1904 = false;
  await readAllXml(archive.read('xl/workbook.xml'), {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const part = targets.get(attributes['r:id'] ?? '') ?? `xl/worksheets/sheet${sheets.length + 1}.xml`;
      sheets.push({ name: attributes['name'] ?? '', part, hidden: (attributes['state'] ?? 'visible') !== 'visible' });
    },
    text: nothing,
    close: nothing,
  });
  return { sheets, from1904 };
}

/** Formats of dates and times that need no declaration. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** A format shows a date if letters of one are left when quoted text, escapes and brackets are taken out. */
const isDateFormat = (code: string): boolean => /[ymdhs]/i.test(code.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]|general/gi, ''));

async function datesOf(archive: ExcelArchive): Promise<readonly boolean[]> {
  const part = 'xl/styles.xml';
  if (!archive.has(part)) return [];
  const declared = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  await readAllXml(archive.read(part), {
    open: (name, attributes) => {
      if (name === 'numFmt') declared.set(Number(attributes['numFmtId']), isDateFormat(attributes['formatCode'] ?? ''));
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(attributes['numFmtId'] ?? '0');
        styles.push(declared.get(id) ?? isBuiltInDate(id));
      }
    },
    text: nothing,
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

async function textsOf(archive: ExcelArchive): Promise<readonly string[]> {
  const part = 'xl/sharedStrings.xml';
  if (!archive.has(part)) return [];
  const texts: string[] = [];
  let characters = 0;
  let pieces: string[] | null = null;
  let length = 0;
  let inText = false;
  /** Readings of Asian names lie beside the text and are none of it. */
  let inReading = false;
  await readAllXml(archive.read(part), {
    open: (name) => {
      if (name === 'si') {
        pieces = [];
        length = 0;
      } else if (name === 't') inText = true;
      else if (name === 'rPh') inReading = true;
    },
    text: (text) => {
      if (pieces === null || !inText || inReading) return;
      length += text.length;
      // One character more than is taken: the row that refers to it is rejected, and the memory stays small.
      if (length <= LONGEST_CELL + 1) pieces.push(text);
      else pieces = [' '.repeat(LONGEST_CELL), 'x'];
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') inReading = false;
      else if (name === 'si') {
        const text = (pieces ?? []).join('');
        characters += text.length;
        if (texts.length >= MOST_TEXTS || characters > MOST_CHARACTERS) throw bomb('its shared texts are too many');
        texts.push(text);
        pieces = null;
      }
    },
  });
  return texts;
}

/** Reads everything of a workbook but its rows. */
export async function readWorkbook(archive: ExcelArchive): Promise<Workbook> {
  if (!archive.has('xl/workbook.xml')) throw broken('it holds no workbook');
  const { sheets, from1904 } = await sheetsOf(archive);
  if (sheets.length === 0) throw broken('it holds no sheet');
  return { sheets, from1904, texts: await textsOf(archive), isDate: await datesOf(archive) };
}
