// Copies the style sheets of the pages to the build output: the compiler takes care of code alone.
import { cpSync } from 'node:fs';

cpSync(new URL('../src/web/style', import.meta.url), new URL('../dist/web/style', import.meta.url), { recursive: true });
