import { useEffect } from 'react';

/** What a window, a tab and the system's list of windows are called; the nearest thing first. */
export function useDocumentTitle(parts: readonly string[]): void {
  const title = parts.filter((part) => part !== '').join(' – ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
