/** Media types that reports come in, and the ending that each stands for. */
const ENDINGS: Readonly<Record<string, string>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/plain': 'txt',
  'text/markdown': 'md',
  'application/json': 'json',
  'application/feed+json': 'json',
  'application/rss+xml': 'xml',
  'application/atom+xml': 'xml',
  'application/rdf+xml': 'xml',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
};

/** Says nothing of what the bytes are: they are looked at, and taken if they are a document. */
export const ANY_BYTES = 'application/octet-stream';

/** Media types that are asked for. */
export const REPORT_TYPES: readonly string[] = [...Object.keys(ENDINGS), ANY_BYTES];

/** The ending that a media type stands for; null where it stands for none. */
export function endingOf(mediaType: string | null): string | null {
  return mediaType !== null && Object.hasOwn(ENDINGS, mediaType) ? (ENDINGS[mediaType] ?? null) : null;
}

/** Media type and encoding of a header. */
export function contentType(header: string | null): { readonly mediaType: string | null; readonly charset: string | null } {
  const mediaType = /^\s*([\w.+-]+\/[\w.+-]+)/.exec(header ?? '')?.[1]?.toLowerCase() ?? null;
  const charset = /;\s*charset\s*=\s*"?([\w.:-]{2,40})/i.exec(header ?? '')?.[1]?.toLowerCase() ?? null;
  return { mediaType, charset };
}
