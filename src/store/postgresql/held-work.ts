import type { TakeHeld } from '../append-held.ts';
import type { Driver } from '../driver.ts';
import { queueSchema, quotedName } from './queue-schema.ts';

/**
 * Whether a worker still holds a piece of work is asked of the library's own table, in the transaction that writes the result; its
 * name is that of the version which package.json pins. The library deletes what is done by its number alone, whoever holds it: what
 * leaves the table here, with its result, is not there any more for that.
 */
export function takeHeldFrom(driver: Driver): TakeHeld {
  let known: string | null = null;
  return async (tx, { job, worker, attempt }, ends) => {
    known ??= quotedName(await queueSchema(driver.all));
    const which = 'id = ?::bigint AND locked_by = ? AND attempts = ?::int';
    const values = [job, worker, attempt];
    if (!ends) return (await tx.all(`SELECT id FROM ${known}._private_jobs WHERE ${which} FOR UPDATE`, values)).length > 0;
    const rows = await tx.all(`DELETE FROM ${known}._private_jobs WHERE ${which} RETURNING job_queue_id::text AS line`, values);
    const line = rows[0]?.['line'] ?? null;
    // The line in which pieces wait for one another goes on with the next.
    if (line !== null)
      await tx.run(`UPDATE ${known}._private_job_queues SET locked_by = NULL, locked_at = NULL WHERE id = ?::int AND locked_by = ?`, [
        line,
        worker,
      ]);
    return rows.length > 0;
  };
}
