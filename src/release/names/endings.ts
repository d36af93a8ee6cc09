/** Endings of a name in a skeleton: cases, adjectives and people made from it, in the four languages. */
export const ENDING: RegExp = /^[aeiou]{0,3}(?:n|v|h)?[aeiou]?s?k?[aeiou]{0,3}(?:m|mi|h|v|n|r|rs|rn|s|ho|mu)?[aeiou]{0,2}$/;
