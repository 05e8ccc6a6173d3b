/** Whether the words are in the clipboard now. It is out of reach where the window has no focus or no permission. */
export async function copyWords(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}
