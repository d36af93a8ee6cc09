#!/usr/bin/env node
// Checks a dossier that carries its proof. Needs nothing but Node.js: neither Trucebook nor any package.
//
//   node verify-dossier.mjs proof.json [--head HASH]
//
// It confirms that no entry of the journal was changed, left out or put in, that the texts are those the journal names,
// that every quotation stands in its text where the dossier says, and that the counts are those of what is listed.
// --head is a hash written down earlier (in a daily report, a letter, a time stamp): the journal must still contain it.
// THIS PROVES INTEGRITY, NOT TRUTH: the texts are unchanged; whether what they say is so is another question.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** JSON with sorted keys and no white space: what every hash was taken of. */
function canonical(value) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  return `{${keys
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
    .join(',')}}`;
}

/** Everything that does not fit, one sentence each. */
export function verifyProof(proof, knownHead) {
  const faults = [];
  if (proof.schema !== 'trucebook/proof@1') return [`This is no proof of a dossier: schema ${JSON.stringify(proof.schema)}`];
  const { entries, head, bodies, dossier, counts } = proof;

  // The journal: every entry carries the hash of its own fields and that of the entry before it.
  let previous = '0'.repeat(64);
  const inForce = new Map();
  const everNamed = new Set();
  entries.forEach((entry, index) => {
    const { hash, ...rest } = entry;
    const name = `entry ${entry.seq} (${entry.kind} ${entry.id})`;
    if (entry.seq !== index + 1) faults.push(`${name}: an entry is missing or put in before it; expected number ${index + 1}`);
    if (entry.previous !== previous) faults.push(`${name}: does not follow the entry before it`);
    if (sha256(canonical(rest)) !== hash) faults.push(`${name}: was changed`);
    previous = hash;
    const key = `${entry.kind} ${entry.id}`;
    if (entry.action === 'add' || entry.action === 'change') inForce.set(key, entry);
    else if (entry.action === 'remove' || entry.action === 'erase') inForce.delete(key);
    if (entry.after !== null) everNamed.add(entry.after);
  });
  const last = entries.at(-1);
  if (!last || last.seq !== head.seq || last.hash !== head.hash)
    faults.push(`the journal does not end with the entry ${head.seq} that the proof names`);
  if (knownHead !== undefined && !entries.some(({ hash }) => hash === knownHead))
    faults.push(`no entry has the hash ${knownHead} that was written down earlier`);

  // The texts: each body must hash to what the entry in force names.
  const texts = new Map();
  for (const { kind, id, body } of bodies) {
    const entry = inForce.get(`${kind} ${id}`);
    if (!entry) faults.push(`${kind} ${id}: the journal knows nothing of it`);
    else if (sha256(canonical(body)) !== entry.after)
      faults.push(`entry ${entry.seq} (${kind} ${id}): its content is not what was entered`);
    else if (kind === 'report') texts.set(body.key, body.text);
  }

  // The quotations: half-open UTF-16 positions in the stored text.
  const quote = (where, span) => {
    const text = texts.get(span.report);
    if (text === undefined) faults.push(`${where}: its report ${span.report} is not among the texts that hold`);
    else if (text.slice(span.start, span.end) !== span.exact)
      faults.push(`${where}: the words do not stand in ${span.report} at ${span.start}`);
  };
  let quotations = 0;
  for (const reading of [...dossier.readings, ...(dossier.setAside ?? [])])
    for (const span of reading.spans) {
      quote(`reading ${reading.id}`, span);
      quotations++;
    }
  for (const statement of dossier.statements) {
    statement.content.forEach((span, index) => {
      quote(`statement ${statement.id}`, { ...span, report: statement.report, exact: statement.exact[index] });
      quotations++;
    });
    statement.cue.forEach((span, index) => {
      quote(`statement ${statement.id}`, { ...span, report: statement.report, exact: statement.cueExact[index] });
      quotations++;
    });
  }
  for (const { report } of [...dossier.statements])
    if (!dossier.reports.some(({ key }) => key === report)) faults.push(`report ${report} is quoted and not listed`);

  // The counts: each is that of a list that is there.
  const counted = {
    reports: dossier.reports.length,
    agreements: dossier.agreements.length,
    readings: dossier.readings.length,
    statements: dossier.statements.length,
    divergences: dossier.divergences.length,
    openQuestions: dossier.openQuestions.length,
    quotations,
  };
  for (const [name, stated] of Object.entries(counts))
    if (counted[name] !== stated) faults.push(`count of ${name}: ${stated} stated, ${counted[name]} found`);
  for (const name of Object.keys(counted)) if (!(name in counts)) faults.push(`count of ${name}: not stated`);
  for (const { agreement, cells } of dossier.agreements)
    for (const cell of cells)
      for (const id of cell.readings)
        if (
          !dossier.readings.some(
            (reading) =>
              reading.id === id && reading.agreement === agreement.id && reading.holder === cell.holder && reading.element === cell.element,
          )
        )
          faults.push(`agreement ${agreement.id}: the cell ${cell.element} of ${cell.holder} names the reading ${id}, which is not there`);
  return faults;
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].split('/').at(-1))) {
  const [file, flag, hash] = process.argv.slice(2);
  if (!file || (flag !== undefined && flag !== '--head')) {
    console.error('Usage: node verify-dossier.mjs proof.json [--head HASH]');
    process.exit(2);
  }
  let proof;
  try {
    proof = JSON.parse(readFileSync(file, 'utf8'));
  } catch (failure) {
    console.error(`${file}: cannot be read: ${failure.message}`);
    process.exit(3);
  }
  let faults;
  try {
    faults = verifyProof(proof, hash);
  } catch (failure) {
    faults = [`the proof is not whole: ${failure.message}`];
  }
  for (const fault of faults) console.error(`FAILS  ${fault}`);
  if (faults.length === 0) {
    console.log(
      `CONFIRMED  ${proof.entries.length} entries, ${proof.counts.reports} reports, ${proof.counts.quotations} quotations; head ${proof.head.hash}`,
    );
    console.log(
      'This proves integrity, not truth: nothing was changed since it was entered; whether what is said is so is another question.',
    );
  }
  process.exit(faults.length === 0 ? 0 : 1);
}
