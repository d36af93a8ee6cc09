// Adds to the lock file the optional packages for other platforms that npm left out because the registry in use does not
// carry them. Without their entries `npm ci` calls the lock file out of date; with them it passes over the foreign ones.
// Run it after every change of a dependency.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64'];

let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const target = `node_modules/${name}`;
    if (lock.packages[target] || lock.packages[`${path}/${target}`]) continue;
    const platform = name.split('/').at(-1);
    const os = SYSTEMS.filter((system) => platform.includes(system));
    const cpu = PROCESSORS.filter((processor) => platform.split('-').includes(processor)).slice(0, 1);
    const libc = platform.includes('musl') ? ['musl'] : platform.endsWith('gnu') ? ['glibc'] : [];
    if (os.length === 0) continue;
    lock.packages[target] = {
      version,
      cpu,
      ...(entry.dev ? { dev: true } : {}),
      ...(libc.length > 0 && os[0] === 'linux' ? { libc } : {}),
      optional: true,
      os,
    };
    added++;
  }
}
const root = lock.packages[''];
delete lock.packages[''];
lock.packages = { '': root, ...Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1))) };
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} optional packages for other platforms added`);
