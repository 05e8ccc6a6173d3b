/** One event of a stream of server-sent events. */
export interface StreamEvent {
  readonly event: string;
  readonly data: string;
  /** The newest id that the stream has named so far; null before the first. */
  readonly id: string | null;
}

/** More than this in one line or one event is no stream of ours. */
const longestEventChars = 1_000_000;

/**
 * Reads server-sent events from text in pieces of any size. Format: WHATWG HTML, "Server-sent events", 9.2.6. Returns the
 * taker of pieces, which throws RangeError for an event that never ends.
 */
export function createEventStreamReader(onEvent: (event: StreamEvent) => void): (piece: string) => void {
  let rest = '';
  let atStart = true;
  let event = '';
  let data: string[] = [];
  let dataChars = 0;
  let id: string | null = null;

  const takeLine = (line: string): void => {
    if (line === '') {
      if (data.length > 0) onEvent({ event: event === '' ? 'message' : event, data: data.join('\n'), id });
      event = '';
      data = [];
      dataChars = 0;
      return;
    }
    const colon = line.indexOf(':');
    if (colon === 0) return; // A comment: the far side says that it is there.
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') event = value;
    else if (field === 'id' && !value.includes('\0')) id = value;
    else if (field === 'data') {
      data.push(value);
      dataChars += value.length;
      if (dataChars > longestEventChars) throw new RangeError('an event is too long');
    }
  };

  return (piece) => {
    let text = rest + piece;
    if (atStart && text.length > 0) {
      atStart = false;
      if (text.charCodeAt(0) === 0xfeff) text = text.slice(1);
    }
    // A carriage return at the very end may be half of a line end.
    const lines = text.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) takeLine(line);
    if (rest.length > longestEventChars) throw new RangeError('a line is too long');
  };
}
