/** What a browser says about where a request comes from. */
export interface RequestOrigin {
  /** Header Sec-Fetch-Site. */
  readonly site: string | undefined;
  /** Header Origin. */
  readonly origin: string | undefined;
  /** Host that was asked, with its port. */
  readonly host: string;
}

/**
 * Whether a request was sent by one of our own pages: `own`; by another, or a browser that does not say: `other`; or by no page at
 * all: `none`, as programs do, which send neither header.
 */
export function sentBy({ site, origin, host }: RequestOrigin): 'own' | 'other' | 'none' {
  // Where the address is not told on, browsers send no origin with a form and say in another header whether it is ours.
  if (site !== undefined) return site === 'same-origin' ? 'own' : 'other';
  if (origin === undefined) return 'none';
  try {
    // The scheme is not compared: behind a proxy that ends TLS we only see the inner one.
    return new URL(origin).host === host ? 'own' : 'other';
  } catch {
    return 'other';
  }
}
