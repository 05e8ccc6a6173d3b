import { useEffect, useRef } from 'react';

/** Words and files that are pasted onto the page itself, not into a field or a dialog. */
export function usePasted(onWords: (words: string) => void, onFiles: (files: readonly File[]) => void): void {
  const latest = useRef({ onWords, onFiles });
  useEffect(() => {
    latest.current = { onWords, onFiles };
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const { target, clipboardData } = event;
      if (clipboardData === null || !(target instanceof Element)) return;
      if (target.closest('input, textarea, [contenteditable="true"], [role="dialog"]') !== null) return;
      const files = [...clipboardData.files];
      const words = clipboardData.getData('text/plain');
      if (files.length === 0 && words.trim() === '') return;
      // The dialog that opens has the focus before the browser pastes: without this the words would be in it twice.
      event.preventDefault();
      if (files.length > 0) latest.current.onFiles(files);
      else latest.current.onWords(words);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);
}
