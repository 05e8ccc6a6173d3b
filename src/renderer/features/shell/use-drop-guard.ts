import { useEffect } from 'react';
import { useStatusLine } from '../../actions/status-line.ts';
import { useWords } from '../../words/use-words.ts';

/** A pause after which it is another drag. */
const quietMs = 1_000;

/**
 * Where nothing takes files, a browser would open one that is dropped, in place of the studio. Here it stays, and says
 * where files go. Places that take files answer before this does.
 */
export function useDropGuard(): void {
  const status = useStatusLine();
  const words = useWords('shell');
  useEffect(() => {
    const isOurs = (event: DragEvent): boolean =>
      event.defaultPrevented || event.dataTransfer === null || !event.dataTransfer.types.includes('Files');
    let overAtMs = Number.NEGATIVE_INFINITY;
    const onDragOver = (event: DragEvent): void => {
      if (isOurs(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none';
      // Said while the files still hang there: a drop that is not taken never comes.
      if (event.timeStamp - overAtMs > quietMs) status.say(words.dropElsewhere, 'warning');
      overAtMs = event.timeStamp;
    };
    const onDrop = (event: DragEvent): void => {
      if (isOurs(event)) return;
      event.preventDefault();
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('drop', onDrop);
    };
  }, [status, words]);
}
