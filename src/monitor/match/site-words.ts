/** A word for a kind of site in the languages of registers and reports; alone it names no site. */
export type SiteWord = string;
