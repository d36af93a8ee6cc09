// Removes the build output, so that a renamed module leaves no stale file in the package.
import { rmSync } from 'node:fs';

rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true });
