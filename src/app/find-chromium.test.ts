import { expect, test } from 'vitest';
import { findChromium, type Machine } from './find-chromium.ts';

const machine = (fields: Partial<Machine>, files: readonly string[] = []): Machine => ({
  env: { PATH: '/usr/bin:/opt/bin' },
  platform: 'linux',
  isFile: async (path) => files.includes(path),
  unpack: async () => null,
  ...fields,
});

test('takes the one that is named before any other', async () => {
  const found = await findChromium(
    machine({ env: { TRUCEBOOK_CHROMIUM: '/own/chromium', PATH: '/usr/bin' } }, ['/own/chromium', '/usr/bin/chromium']),
  );
  expect(found).toEqual({ path: '/own/chromium', env: {}, from: 'TRUCEBOOK_CHROMIUM' });
});

test('takes no other where the one that is named is not there', async () => {
  expect(await findChromium(machine({ env: { TRUCEBOOK_CHROMIUM: '/own/chromium', PATH: '/usr/bin' } }, ['/usr/bin/chromium']))).toBeNull();
});

test('looks along the path, then where systems keep browsers', async () => {
  expect((await findChromium(machine({}, ['/opt/bin/google-chrome'])))?.path).toBe('/opt/bin/google-chrome');
  const mac = '/Applications/Chromium.app/Contents/MacOS/Chromium';
  expect((await findChromium(machine({ platform: 'darwin' }, [mac])))?.path).toBe(mac);
});

test('unpacks the package last, and gives what its process needs', async () => {
  const unpack = async (): ReturnType<Machine['unpack']> => ({ path: '/tmp/x/chromium', env: { LD_LIBRARY_PATH: '/tmp/x/lib' } });
  expect(await findChromium(machine({ unpack }))).toEqual({ path: '/tmp/x/chromium', env: { LD_LIBRARY_PATH: '/tmp/x/lib' }, from: 'npm' });
  expect((await findChromium(machine({ unpack }, ['/usr/bin/chromium'])))?.from).toBe('installed');
  expect(await findChromium(machine({}))).toBeNull();
});
