/** Numbers in few words: three and more in a row as "1–4". */
export function runsIn(numbers: readonly number[]): readonly string[] {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && number === run[1] + 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.flatMap(([first, last]) =>
    last - first < 2 ? Array.from({ length: last - first + 1 }, (_, i) => String(first + i)) : [`${first}–${last}`],
  );
}
