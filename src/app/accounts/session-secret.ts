/** Fewest characters of a secret that seals sessions. */
export const SHORTEST_SECRET = 32;

/** A secret as a file has it, without the line break at its end; null where it is too short to be one. */
export function secretIn(text: string): string | null {
  const secret = text.trim();
  return secret.length < SHORTEST_SECRET ? null : secret;
}
