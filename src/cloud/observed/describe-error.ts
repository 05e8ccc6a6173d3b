/**
 * What went wrong and where, for the log. Not the error's own words where it has a cause: a query that failed names its values in them,
 * and those are people's.
 */
export function describeError(error: Error): string {
  const { cause } = error;
  const reason = cause instanceof Error ? cause.message : error.message;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [
    `${error.name}: ${cause instanceof Error || !isOfQuery(error) ? reason : 'a query failed'}`,
    ...frames,
  ].join('\n');
}

function isOfQuery({ message }: Error): boolean {
  return message.startsWith('Failed query:');
}

/** Words of somebody else as the part of a sentence that is put around them: without a full stop of their own. */
export function asClause(words: string): string {
  return words.trim().replace(/\.+$/, '');
}
