import type { Child } from 'hono/jsx';

/** What can be taken along from a page, in a form for programs. */
export interface Download {
  readonly label: string;
  readonly path: string;
  /** Parameters that say which part of the data it is; left out for all of it. */
  readonly query?: Readonly<Record<string, string>>;
}

/** A page before the frame is put round it. */
export interface View {
  readonly title: string;
  readonly body: Child;
  /** Names of the built scripts that make the page handier; it works without them. */
  readonly scripts?: readonly string[];
  readonly downloads?: readonly Download[];
  /** When what the page shows became known: no earlier day is offered, since it would not be there. */
  readonly knownFrom?: string | null;
  /** What the page shows does not depend on the date; the date is then not asked for. */
  readonly timeless?: boolean;
  readonly status?: 200 | 400 | 401 | 403 | 404 | 409 | 429 | 500;
}
