/** A paper that claims are taken from. */
export interface Paper {
  /** The key in BibTeX. */
  readonly key: string;
  /** Each as in BibTeX: given names, then family name. */
  readonly authors: readonly string[];
  readonly title: string;
  readonly year: number;
  /** The number at arXiv. The sources of claims name it. */
  readonly arxiv: string;
  readonly note?: string;
}
