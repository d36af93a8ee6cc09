import { createHash } from 'node:crypto';
import type { ChangeKey, ChangeKind, Element } from '../../model/index.ts';

type Both = Readonly<Record<'de' | 'en', string>>;

/** What a change is about; its addresses are made from it. */
export interface ChangeSubject {
  readonly kind: 'reading' | 'divergence' | 'question' | 'agreement' | 'incident' | 'release';
  readonly id: string;
}

/** One thing as it stands now, that may stand otherwise another day: what an audience is told of when it is new or other than before. */
export interface Standing {
  readonly kind: ChangeKind;
  /** Hash of which thing it is. */
  readonly slot: string;
  /** Hash of how it stands. */
  readonly value: string;
  /** Of a thing whose first standing is no news of its own, the slot of what it belongs to. */
  readonly partOf: string | null;
  /** When it became known, as fine as the audience may know; null if unknown. */
  readonly at: string | null;
  readonly agreement: string | null;
  readonly element: Element | null;
  readonly holder: string | null;
  readonly title: Both;
  readonly text: Both;
  readonly about: ChangeSubject;
}

/** One change as an audience is told it. */
export interface ChangeItem {
  /** A UUID; the same change keeps it. */
  readonly id: string;
  readonly kind: ChangeKind;
  readonly at: string | null;
  /** When this audience was told: for the public the batch. */
  readonly recorded: string;
  readonly agreement: string | null;
  readonly element: Element | null;
  readonly holder: string | null;
  readonly title: Both;
  readonly text: Both;
  readonly about: ChangeSubject;
  /** Path of the page. */
  readonly page: string;
  /** Path in the interface for programs. */
  readonly resource: string;
}

/** A change with its place among those that the audience is told. */
export interface PlacedChange {
  readonly item: ChangeItem;
  readonly key: ChangeKey;
  /** It stood already when the audience was told for the first time. */
  readonly isFirst: boolean;
}

/** A short hash of some parts. */
export function hashOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\u001f'), 'utf8').digest('base64url').slice(0, 16);
}

/** A UUID made from some parts (version 8 of RFC 9562): the same parts give the same one. */
export function uuidOf(...parts: readonly string[]): string {
  const bytes = createHash('sha256').update(parts.join('\u001f'), 'utf8').digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** The addresses of what a change is about. */
export function addressesOf({
  about: { kind, id },
  agreement,
}: Pick<Standing, 'about' | 'agreement'>): Pick<ChangeItem, 'page' | 'resource'> {
  const at = encodeURIComponent(id);
  const of = encodeURIComponent(agreement ?? '');
  const v1 = '/api/v1';
  switch (kind) {
    case 'incident':
      return { page: `/i/${at}`, resource: `${v1}/incidents/${at}` };
    case 'release':
      return { page: '/', resource: `${v1}/releases/${at}` };
    case 'agreement':
      return { page: `/a/${at}`, resource: `${v1}/agreements/${at}` };
    case 'reading':
      return { page: `/a/${of}`, resource: `${v1}/agreements/${of}/readings` };
    case 'divergence':
      return { page: `/a/${of}`, resource: `${v1}/agreements/${of}/divergences` };
    case 'question':
      return { page: `/a/${of}`, resource: `${v1}/agreements/${of}/questions` };
  }
}
