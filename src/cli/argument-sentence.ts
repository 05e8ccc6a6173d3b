/** What Node's argument parser found wrong, in one sentence: it adds lines of advice that do not hold under npm. */
export function argumentSentence(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  const [first = words] = words.split(/\.\s/, 1);
  return first.endsWith('.') ? first : `${first}.`;
}
