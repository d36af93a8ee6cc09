import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { type Fault, fault } from '../table-row.ts';

/** Thrown while a workbook is read and caught where it was opened. */
export class ExcelFailure extends Error {
  readonly fault: Fault;

  constructor(given: Fault) {
    super(given.code);
    this.fault = given;
  }
}

export const broken = (reason: string): ExcelFailure => new ExcelFailure(fault('TB_EXCEL_BROKEN', { reason }));
export const bomb = (reason: string): ExcelFailure => new ExcelFailure(fault('TB_EXCEL_BOMB', { reason }));

/** Parts of a workbook at most; a large one has hundreds. */
const MOST_PARTS = 10_000;

/**
 * How much a part may grow when it is unpacked: the XML of a sheet shrinks to a tenth or a fiftieth. Small parts may be
 * anything, since they cost nothing; DEFLATE itself ends at about a thousandfold.
 */
const MOST_GROWTH = 250;
const HARMLESS_BYTES = 20_000_000;

/** Unpacked bytes of a part at most: a sheet of a million rows and fifty columns has less. */
const MOST_BYTES = 8_000_000_000;

/** The parts of a workbook by name, each unpacked as it is read and only as far as it may be. */
export interface ExcelArchive {
  readonly names: () => Iterable<string>;
  readonly has: (name: string) => boolean;
  readonly read: (name: string) => AsyncIterable<Uint8Array>;
}

function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on('entry', (entry: Entry) => {
      if (entries.size >= MOST_PARTS) {
        reject(bomb(`it has more than ${MOST_PARTS} parts`));
        return;
      }
      // The first of two parts of one name is the one that programs show.
      if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', () => reject(broken('its table of contents is damaged')));
    zip.readEntry();
  });
}

async function* unpack(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted()) throw broken('it is protected by a password');
  const allowed = Math.min(MOST_BYTES, Math.max(HARMLESS_BYTES, entry.compressedSize * MOST_GROWTH));
  if (entry.uncompressedSize > allowed) throw bomb(`"${entry.fileName.slice(0, 60)}" would unpack to ${entry.uncompressedSize} bytes`);
  const stream = await new Promise<AsyncIterable<Uint8Array>>((resolve, reject) => {
    zip.openReadStream(entry, (failure, found) => (failure ? reject(broken('a part cannot be unpacked')) : resolve(found)));
  });
  let bytes = 0;
  try {
    for await (const chunk of stream) {
      bytes += chunk.length;
      if (bytes > allowed) throw bomb(`"${entry.fileName.slice(0, 60)}" unpacks to more than ${allowed} bytes`);
      yield chunk;
    }
  } catch (failure) {
    // yauzl compares the sizes that the archive states with those it finds, and the checksum is that of the packer.
    throw failure instanceof ExcelFailure ? failure : broken('a part is damaged');
  }
}

/** Opens a workbook that is held in memory; the parts are unpacked as they are read. */
export async function openArchive(bytes: Buffer): Promise<ExcelArchive> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (failure, found) =>
      failure ? reject(broken('it is no ZIP archive, or a damaged one')) : resolve(found),
    );
  });
  const entries = await entriesOf(zip);
  return {
    names: () => entries.keys(),
    has: (name) => entries.has(name),
    read: (name) => {
      const entry = entries.get(name);
      if (!entry) throw broken(`it has no part "${name.slice(0, 60)}"`);
      return unpack(zip, entry);
    },
  };
}
