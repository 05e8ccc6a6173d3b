import { useEffect, useRef, useState } from 'react';

/** Files that are dropped anywhere in the window, the bars at its edges included; answers whether some hang over it. */
export function useFileDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  });
  useEffect(() => {
    /** Entering a child comes before leaving its parent. */
    let depth = 0;
    const show = (next: number): void => {
      depth = Math.max(0, next);
      setOver(depth > 0);
    };
    // On the document, which answers before the guard on the window that refuses files elsewhere.
    const on = {
      dragenter: (event: DragEvent): void => {
        if (take(event)) show(depth + 1);
      },
      dragleave: (event: DragEvent): void => {
        if (take(event)) show(depth - 1);
      },
      dragover: (event: DragEvent): void => {
        if (take(event) && event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
      },
      drop: (event: DragEvent): void => {
        if (!take(event)) return;
        show(0);
        latest.current([...(event.dataTransfer?.files ?? [])]);
      },
    } as const;
    const gone = new AbortController();
    document.addEventListener('dragenter', on.dragenter, gone);
    document.addEventListener('dragleave', on.dragleave, gone);
    document.addEventListener('dragover', on.dragover, gone);
    document.addEventListener('drop', on.drop, gone);
    return () => gone.abort();
  }, []);
  return over;
}

/** Whether it brings files; then the browser is kept from opening them. */
function take(event: DragEvent): boolean {
  if (event.dataTransfer === null || !event.dataTransfer.types.includes('Files')) return false;
  event.preventDefault();
  return true;
}
