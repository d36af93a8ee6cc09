import { expect, test } from 'vitest';
import { makeDesk } from '../src/app/desk.ts';
import { exampleMaterial } from './web/example-site.ts';

const material = await exampleMaterial();

test('the dossier of everything stays however many dates are asked for', () => {
  const desk = makeDesk(material);
  const present = desk.dossier();
  for (let day = 1; day <= 28; day++) desk.dossier({ asOf: `2025-03-${String(day).padStart(2, '0')}`, heldAt: null });
  expect(desk.dossier()).toBe(present);
});

test('for the public every date since the last batch is that of the batch', () => {
  const desk = makeDesk(material, { reports: [] }, 'public', '2025-06-02T10:00:00.000Z');
  expect(desk.dossier({ asOf: '2025-06-02T09:00Z', heldAt: null })).toBe(desk.dossier());
  expect(desk.dossier({ asOf: '2030-01-01', heldAt: null })).toBe(desk.dossier());
  expect(desk.dossier({ asOf: '2025-03-20', heldAt: null })).not.toBe(desk.dossier());
});
