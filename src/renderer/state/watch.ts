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
  const read = async (): Promise<void> => {
    if (reading || ending.signal.aborted || connection.state().is !== 'open') return;
    reading = true;
    try {
      for await (const event of await begin(ending.signal)) {
        if (ending.signal.aborted) return;
        onEvent(event);
      }
    } catch (error) {
      // A lost line is not a fault of the stream: it is read again when the line is back.
      if (!ending.signal.aborted && connection.state().is === 'open') onFault(error);
    } finally {
      reading = false;
    }
  };
  const stopListening = connection.subscribe(() => void read());
  void read();
  return () => {
    ending.abort();
    stopListening();
  };
}
