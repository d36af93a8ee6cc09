import { packed, unpacked } from './content.ts';
import type { Ask, Transaction } from './driver.ts';

/** How many computed things are kept; the oldest go first. */
const MOST = 64;

/** Something computed before; null if it was never, or has gone. */
export async function remembered(ask: Ask, key: string): Promise<Uint8Array | null> {
  const [row] = await ask('SELECT value, packed, size FROM remembered WHERE name = ?', [key]);
  return row && row['value'] instanceof Uint8Array ? unpacked(row['value'], Number(row['packed']) === 1, Number(row['size'])) : null;
}

/** Keeps something computed, in place of the oldest. */
export async function remember(tx: Transaction, key: string, value: Uint8Array, at: string): Promise<void> {
  const { bytes, packed: isPacked, size } = packed(value);
  await tx.run('DELETE FROM remembered WHERE name = ?', [key]);
  await tx.insert('remembered', ['name', 'value', 'packed', 'size', 'at'], [[key, bytes, isPacked ? 1 : 0, size, at]]);
  await tx.run(`DELETE FROM remembered WHERE name IN (SELECT name FROM remembered ORDER BY at DESC, name LIMIT 1000000 OFFSET ${MOST})`);
}
