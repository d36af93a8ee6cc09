import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clientAddress, isAddressRange } from './client-address.ts';

test('without known proxies nothing that a header says counts', () => {
  const addressOf = clientAddress([]);
  expect(addressOf('203.0.113.1', '10.0.0.1')).toBe('203.0.113.1');
  expect(addressOf('::ffff:203.0.113.1', undefined)).toBe('203.0.113.1');
  expect(addressOf(undefined, '10.0.0.1')).toBe('unknown');
});

test('behind known proxies the last entry counts that is none of them', () => {
  const addressOf = clientAddress(['127.0.0.1', '10.0.0.0/8', '::1']);
  expect(addressOf('127.0.0.1', '198.51.100.7')).toBe('198.51.100.7');
  expect(addressOf('127.0.0.1', '1.1.1.1, 198.51.100.7, 10.1.2.3')).toBe('198.51.100.7');
  expect(addressOf('::1', '1.1.1.1, 198.51.100.7:4711')).toBe('198.51.100.7');
  expect(addressOf('::1', '[2001:db8:1:2:3:4:5:6]:4711')).toBe('2001:db8:1:2::/64');
  expect(addressOf('127.0.0.1', 'nonsense')).toBe('127.0.0.1');
  expect(addressOf('127.0.0.1', '198.51.100.7, nonsense')).toBe('127.0.0.1');
  expect(addressOf('198.51.100.9', '198.51.100.7')).toBe('198.51.100.9');
  expect(addressOf('127.0.0.1', undefined)).toBe('127.0.0.1');
});

test('addresses of one IPv6 network are one', () => {
  const addressOf = clientAddress([]);
  expect(addressOf('2001:db8::1', undefined)).toBe(addressOf('2001:db8:0:0:ffff::9', undefined));
  expect(addressOf('2001:db8:0:1::1', undefined)).not.toBe(addressOf('2001:db8::1', undefined));
});

test('addresses and ranges are told from the rest', () => {
  for (const good of ['127.0.0.1', '10.0.0.0/8', '::1', 'fd00::/8']) expect([good, isAddressRange(good)]).toEqual([good, true]);
  for (const bad of ['', 'localhost', '10.0.0.0/33', '1.2.3.4.5', '/']) expect([bad, isAddressRange(bad)]).toEqual([bad, false]);
});

test('no header breaks it, or makes a sender that is no proxy another', () => {
  const addressOf = clientAddress(['10.0.0.0/8']);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (header) => {
      expect(addressOf('203.0.113.1', header)).toBe('203.0.113.1');
      expect(typeof addressOf('10.0.0.1', header)).toBe('string');
    }),
  );
});
