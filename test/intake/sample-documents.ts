import { deflateSync } from 'node:zlib';
import { zipOf } from '../../src/feeds/tables/excel/sample-workbook.ts';

/** A line of a page for {@link pdfOf}: its words, and where they stand, in points from the lower left. */
export type SampleLine = readonly [text: string, x: number, y: number, size?: number];

const escaped = (text: string): string => text.replace(/[\\()]/g, '\\$&');

/** A PDF of plain Helvetica, written by hand; `info` is its dictionary of title, author and date. */
export function pdfOf(pages: readonly (readonly SampleLine[])[], info = '', packed = false): Buffer {
  const objects: Buffer[] = [];
  const add = (content: string | Buffer): number => objects.push(typeof content === 'string' ? Buffer.from(content, 'latin1') : content);
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  pages.forEach((lines, at) => {
    add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${5 + at * 2} 0 R >>`);
    const drawn = Buffer.from(
      lines.map(([text, x, y, size = 11]) => `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped(text)}) Tj ET`).join('\n'),
      'latin1',
    );
    const stream = packed ? deflateSync(drawn) : drawn;
    add(
      Buffer.concat([
        Buffer.from(`<< /Length ${stream.length}${packed ? ' /Filter /FlateDecode' : ''} >>\nstream\n`),
        stream,
        Buffer.from('\nendstream'),
      ]),
    );
  });
  const infoNumber = info ? add(`<< ${info} >>`) : 0;
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let at = parts[0]?.length ?? 0;
  objects.forEach((content, index) => {
    const whole = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), content, Buffer.from('\nendobj\n')]);
    offsets.push(at);
    at += whole.length;
    parts.push(whole);
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${
        infoNumber ? ` /Info ${infoNumber} 0 R` : ''
      } >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Parts of a Word file with the XML of its body. */
export function docxParts(body: string): Record<string, string> {
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'docProps/core.xml': `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Lagebericht</dc:title><dc:creator>Ada Muster</dc:creator><dcterms:created>2025-03-18T19:30:00Z</dcterms:created></cp:coreProperties>`,
    'word/document.xml': `${HEAD}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  };
}

/** A paragraph of a Word file. */
export const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A Word file of some paragraphs. */
export function docxOf(...paragraphs: readonly string[]): Buffer {
  return zipOf(docxParts(paragraphs.map(paragraph).join('')));
}
