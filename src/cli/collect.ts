/** Parser of an option that may be repeated: every value after those before it. */
export const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];
