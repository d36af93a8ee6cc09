import type { Ask } from '../driver.ts';

/** Schema of the queue beside the book that the connections look into first: books of one database share none. */
export async function queueSchema(all: Ask): Promise<string> {
  const [row] = await all('SELECT current_schema() AS book');
  return `${String(row?.['book'])}_queue`;
}

/** A name as SQL takes it. */
export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
