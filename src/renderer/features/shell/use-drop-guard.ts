import { useEffect } from 'react';
import { useStatusLine } from '../../actions/status-line.ts';
import { useWords } from '../../words/use-words.ts';

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
    const onDragOver = (event: DragEvent): void => {
      if (isOurs(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none';
    };
    const onDrop = (event: DragEvent): void => {
      if (isOurs(event)) return;
      event.preventDefault();
      status.say(words.dropElsewhere, 'warning');
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('drop', onDrop);
    };
  }, [status, words]);
}
