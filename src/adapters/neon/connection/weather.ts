/**
 * What a database does that is nobody's mistake: it sleeps, wakes, moves to another machine, refuses for a moment.
 * SQLSTATEs: PostgreSQL 18 documentation, appendix A.
 */
const weatherStates = new Set([
  '25006', // read-only: it has become a standby
  '40001', // serialisation failure
  '40P01', // deadlock
  '53300', // too many connections
  '57P01', // shut down by its administrator
  '57P02', // crash of a neighbour
  '57P03', // starting up
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** Whether the same transaction may go through a moment later, on another connection. */
export function isWeather(thrown: unknown): boolean {
  const { code, message } = partsOf(thrown);
  if (weatherStates.has(code) || code.startsWith('08')) return true;
  return /connection terminated|connection error|connection timeout|timeout exceeded when trying to connect|connect (ECONN|ETIME|EHOST|ENET)|not queryable|websocket/i.test(
    message,
  );
}

/** Whether the database broke off a question that took too long. */
export function isTimeout(thrown: unknown): boolean {
  return partsOf(thrown).code === '57014';
}

/** What was thrown, as an Error: the driver throws the socket's event where no connection came about. */
export function errorOf(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown;
  const { code, message } = partsOf(thrown);
  return Object.assign(new Error(message || 'The connection to the database broke.'), { code });
}

function partsOf(thrown: unknown): { readonly code: string; readonly message: string } {
  if (typeof thrown !== 'object' || thrown === null) return { code: '', message: String(thrown) };
  const { code, message, error, cause } = thrown as Record<string, unknown>;
  // Drizzle says which query failed, and the driver's error is the cause.
  if (typeof code !== 'string' && typeof cause === 'object' && cause !== null) return partsOf(cause);
  if (typeof error === 'object' && error !== null && !(thrown instanceof Error)) return partsOf(error);
  // An event without words is the socket's way to say that there is no connection.
  const isEvent = typeof Event !== 'undefined' && thrown instanceof Event;
  return {
    code: typeof code === 'string' ? code : isEvent ? 'ECONNRESET' : '',
    message: typeof message === 'string' ? message : '',
  };
}
