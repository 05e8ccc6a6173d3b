/** A text field of an answer, also the one that is just being written. */
const told = /"(synopsis|description)"\s*:\s*"((?:[^"\\]|\\.)*)(?:"|\\?$)/g;

/** What a model has written so far as a person reads it: what happens, what is seen, a line each. As it is where it has none. */
export function readableWords(words: string): string {
  const lines = [...words.matchAll(told)].flatMap(([, field, text = '']) => {
    const line = withoutMarks(text);
    return line === '' ? [] : [field === 'synopsis' ? `— ${line}` : line];
  });
  return lines.length === 0 ? words : lines.join('\n');
}

function withoutMarks(text: string): string {
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text; // Broken off in the middle of a mark.
  }
}
