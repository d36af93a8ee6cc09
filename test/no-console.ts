import { afterEach, beforeEach, expect, vi } from 'vitest';

// Tests may not print: a test that prints hides the line that matters.
const methods = ['log', 'warn', 'error', 'info'] as const;

beforeEach(() => {
  for (const method of methods) vi.spyOn(console, method).mockImplementation(() => undefined);
});

afterEach(() => {
  for (const method of methods) {
    // biome-ignore lint/suspicious/noConsole: the spy is what is looked at, nothing is printed.
    expect(console[method], `a test printed with console.${method}`).not.toHaveBeenCalled();
  }
  vi.restoreAllMocks();
});
