import type { Connection } from '../client/connection.ts';

/**
 * Reads a stream of the studio for as long as it is wanted: begins it when the line is open, and anew after the line
 * was lost. Returns the way to stop.
 */
export function watch<Event>(
  connection: Connection,
  begin: (signal: AbortSignal) => Promise<AsyncIterable<Event>>,
  onEvent: (event: Event) => void,
  onFault: (error: unknown) => void = () => undefined,
): () => void {
  const ending = new AbortController();
  let reading = false;
  /** Counts the lines, since a stream may learn late that its own is gone, when the next one is there already. */
  let line = 0;
  const isOpen = (): boolean => connection.state().is === 'open';
  const read = async (): Promise<void> => {
    if (reading || ending.signal.aborted || !isOpen()) return;
    reading = true;
    const begunOn = line;
    const isSameLine = (): boolean => line === begunOn && isOpen();
    try {
      for await (const event of await begin(ending.signal)) {
        if (ending.signal.aborted) return;
        onEvent(event);
      }
    } catch (error) {
      // A lost line is not a fault of the stream: it is read again when the line is back.
      if (!ending.signal.aborted && isSameLine()) onFault(error);
    } finally {
      reading = false;
      if (line !== begunOn) void read();
    }
  };
  const stopListening = connection.subscribe(() => {
    if (isOpen()) line++;
    void read();
  });
  void read();
  return () => {
    ending.abort();
    stopListening();
  };
}
