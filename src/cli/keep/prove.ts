import { writeFile } from 'node:fs/promises';
import { openBook } from '../../app/book.ts';
import { placeNamed } from '../../app/book-place.ts';
import { dossierOf } from '../../app/material.ts';
import { proveDossier } from '../../app/prove-dossier.ts';
import { problem } from '../../errors.ts';
import { reasonOf } from '../../feeds/file-access.ts';
import { topicsFor } from '../../i18n/topics.ts';
import { chosenPart } from '../choose-agreement.ts';
import type { DossierOptions } from '../program.ts';
import { CommandFailure, type ExitCode, report, type Terminal } from '../terminal.ts';
import { counted } from './options.ts';

/** Writes the dossier of one book with its proof. What is in no journal cannot be proved, and is refused. */
export async function runProof(
  terminal: Terminal,
  paths: readonly string[],
  options: DossierOptions & { readonly proof: string },
): Promise<ExitCode> {
  const { proof: file, asOf, heldAt, curated = [], corrections = [] } = options;
  const [path] = paths;
  if (path === undefined || paths.length > 1)
    throw new CommandFailure('error: --proof is of one book alone; name its folder or address', 2);
  if (curated.length > 0 || corrections.length > 0)
    throw new CommandFailure('error: --proof knows only what is in the book; take the files over with `trucebook adopt` first', 2);
  const { keeping } = topicsFor(options.lang).book;
  const book = await openBook(placeNamed(path), { now: terminal.now });
  try {
    const whole = dossierOf(await book.material(), {
      ...(asOf === undefined ? {} : { asOf }),
      ...(heldAt === undefined ? {} : { heldAt }),
    });
    const proof = await proveDossier(book.store, chosenPart(whole, options));
    try {
      // A proof that was handed on must not be another one under the same name.
      await writeFile(file, `${JSON.stringify(proof)}\n`, { flag: 'wx' });
    } catch (failure) {
      const isThere = failure instanceof Error && 'code' in failure && failure.code === 'EEXIST';
      return report(terminal, [problem('TB_PROOF_FILE', { path: file, reason: isThere ? 'there is one already' : reasonOf(failure) })]);
    }
    const number = (count: number): string => counted(count, options.lang);
    await terminal.out(
      `${[
        keeping.proved(file, number(proof.entries.length), number(proof.counts.reports), number(proof.counts.quotations)),
        keeping.head(number(proof.head.seq), proof.head.hash),
        keeping.proofHint,
        keeping.proofHolds,
      ].join('\n')}\n`,
    );
    return 0;
  } finally {
    await book.close();
  }
}
