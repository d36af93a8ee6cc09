import { parentPort, workerData } from 'node:worker_threads';
import type { StorePlace } from '../../store/index.ts';
import { openBook } from '../book.ts';
import { makeDesk } from '../desk.ts';
import { deskMaterial, type ServedAudience, type ServedGate } from '../desk-material.ts';
import { type Piece, piecesOf } from './pieces.ts';

/** What the thread is asked for. */
export interface DeskQuestion {
  readonly audience: ServedAudience;
  readonly gate: ServedGate | null;
  /** The instant by which embargoes are measured. */
  readonly now: string;
}

// A thread that works out the dossier of a desk from the book itself and hands it over piece by piece, each when it is asked for:
// a large book would otherwise keep the server from answering for seconds.
const port = parentPort;
const { place } = workerData as { readonly place: StorePlace };
const book = await openBook(place, { now: () => new Date().toISOString() });
let pieces: Generator<Piece> | null = null;
port?.on('message', (message: DeskQuestion | 'next') => {
  if (message !== 'next') return void answer(message);
  const next = pieces?.next();
  port.postMessage(next === undefined || next.done ? { kind: 'end' } : { kind: 'piece', piece: next.value });
});

async function answer({ audience, gate, now }: DeskQuestion): Promise<void> {
  try {
    // Before the material is read: what comes meanwhile may be in it, and what went before cannot be.
    const edition = await book.edition();
    const material = await book.material();
    const desk = makeDesk(material, deskMaterial(material, gate), audience, now);
    pieces = piecesOf(desk.dossier());
    port?.postMessage({ kind: 'made', edition });
  } catch (fault) {
    port?.postMessage({ kind: 'failed', reason: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) });
  }
}
