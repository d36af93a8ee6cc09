// Says which Chromium prints PDFs here, and fails if none does: `npx tsx scripts/check-chromium.ts`.
import { findChromium } from '../src/app/find-chromium.ts';
import { nodeMachine } from '../src/app/node-machine.ts';
import { printPdf } from '../src/app/print-pdf.ts';

const chromium = await findChromium(nodeMachine);
if (chromium === null) {
  console.error('no Chromium found');
  process.exit(1);
}
const page = '<!doctype html><html lang="de"><title>Probe</title><p>Lesbarer Text</p></html>';
const printed = await printPdf(page, {
  chromium,
  foot: { left: '', right: (number, of) => `${number}/${of}` },
  madeAt: '2025-03-27T16:00Z',
  expect: ['Lesbarer Text'],
});
if ('problem' in printed) {
  console.error(printed.problem.message);
  process.exit(1);
}
console.log(`${chromium.path} (${chromium.from})`);
