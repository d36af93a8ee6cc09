import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBook } from '../../app/book.ts';
import { placeNamed } from '../../app/book-place.ts';
import { dossierOf } from '../../app/material.ts';
import { proveDossier } from '../../app/prove-dossier.ts';
import { problem } from '../../errors.ts';
import { reasonOf } from '../../feeds/file-access.ts';
import { messagesFor } from '../../i18n/index.ts';
import { topicsFor } from '../../i18n/topics.ts';
import { contextsOf, renderMarkdown, viewOf } from '../../report/index.ts';
import { chosenPart } from '../choose-agreement.ts';
import type { DossierOptions } from '../program.ts';
import { CommandFailure, type ExitCode, report, type Terminal } from '../terminal.ts';
import { counted } from './options.ts';

/** Names in a folder that is handed on: to be read, to be checked, and what checks it. */
const FILES = { dossier: 'dossier.md', proof: 'proof.json', verifier: 'verify-dossier.mjs' };
const VERIFIER = new URL('../../../proof/verify-dossier.mjs', import.meta.url);

/** Writes the dossier of one book with its proof. What is in no journal cannot be proved, and is refused. */
export async function runProof(
  terminal: Terminal,
  paths: readonly string[],
  options: DossierOptions & ({ readonly proof: string } | { readonly proofDir: string }),
): Promise<ExitCode> {
  const { proofDir, asOf, heldAt, curated = [], corrections = [] } = options;
  const file = proofDir === undefined ? (options.proof ?? '') : join(proofDir, FILES.proof);
  const [path] = paths;
  if (path === undefined || paths.length > 1)
    throw new CommandFailure('error: --proof is of one book alone; name its folder or address', 2);
  if (curated.length > 0 || corrections.length > 0)
    throw new CommandFailure('error: --proof knows only what is in the book; take the files over with `trucebook adopt` first', 2);
  const { keeping } = topicsFor(options.lang).book;
  const book = await openBook(placeNamed(path), { now: terminal.now });
  try {
    const material = await book.material();
    const whole = dossierOf(material, {
      ...(asOf === undefined ? {} : { asOf }),
      ...(heldAt === undefined ? {} : { heldAt }),
    });
    const dossier = chosenPart(whole, options);
    const proof = await proveDossier(book.store, dossier);
    try {
      if (proofDir !== undefined) {
        await mkdir(proofDir);
        const contextOf = contextsOf(material.reports, material.annotations);
        const view = viewOf(dossier, { messages: messagesFor(options.lang), contextOf, single: options.agreement !== undefined });
        await writeFile(join(proofDir, FILES.dossier), renderMarkdown(view), { flag: 'wx' });
        await copyFile(fileURLToPath(VERIFIER), join(proofDir, FILES.verifier));
      }
      // A proof that was handed on must not be another one under the same name.
      await writeFile(file, `${JSON.stringify(proof)}\n`, { flag: 'wx' });
    } catch (failure) {
      const isThere = failure instanceof Error && 'code' in failure && failure.code === 'EEXIST';
      return report(terminal, [
        problem('TB_PROOF_FILE', { path: proofDir ?? file, reason: isThere ? 'there is one already' : reasonOf(failure) }),
      ]);
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
