/** What Node's argument parser found wrong, in one sentence: it adds lines of advice that do not hold under npm. */
export function argumentSentence(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  const unclear = /^Option '([^']+)' argument is ambiguous/.exec(words)?.[1];
  if (unclear !== undefined) return `${unclear} needs a value that does not begin with a dash.`;
  const [first = words] = words.split(/\.\s/, 1);
  return first.endsWith('.') ? first : `${first}.`;
}
