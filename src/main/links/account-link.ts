const mostLetters = 4_096;

/** The link among the words of a start, where there is one of ours: Windows and Linux start the application with it. */
export function accountLinkIn(words: readonly string[]): string | null {
  return words.find(isAccountLink) ?? null;
}

/** A link in the form that a browser comes back with. Whether anybody waits for it, and for this one, the studio knows. */
export function isAccountLink(text: string): boolean {
  return text.length <= mostLetters && /^reelwright:\/\/account\/callback\?[\x21-\x7e]+$/.test(text);
}
