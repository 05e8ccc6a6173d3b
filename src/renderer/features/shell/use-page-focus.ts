import { useEffect, useRef } from 'react';

/** A menu or dialog that closes gives the focus back itself, and a page may have a better place for it. */
const othersFirstMs = 100;

/**
 * The focus follows the page: back to where it was on a page that was shown before, else to the page itself. And
 * when what has the focus goes away (a shot that is deleted), it goes to the page instead of nowhere.
 */
export function usePageFocus(page: string): void {
  const places = useRef(new Map<string, Element>());
  const first = useRef(true);
  useEffect(() => {
    const place = mainOf();
    const kept = places.current.get(page);
    // The first page leaves the focus alone: a fresh window begins at its start.
    if (!first.current && place !== null) {
      const target = kept instanceof HTMLElement && kept.isConnected && kept.checkVisibility() ? kept : place;
      target.focus({ preventScroll: true });
    }
    first.current = false;
    const remember = (event: FocusEvent): void => {
      if (event.target instanceof Element && mainOf()?.contains(event.target) === true)
        places.current.set(page, event.target);
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, [page]);
  useEffect(() => {
    let had: Element | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onFocusIn = (event: FocusEvent): void => {
      had = event.target instanceof Element ? event.target : null;
    };
    const look = (): void => {
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (lost && had !== null && !had.isConnected) {
        had = null;
        mainOf()?.focus({ preventScroll: true });
      }
    };
    const watcher = new MutationObserver(() => {
      // Only when something that had the focus is gone is there anything to look at.
      if (had === null || had.isConnected) return;
      clearTimeout(timer);
      timer = setTimeout(look, othersFirstMs);
    });
    watcher.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', onFocusIn);
    return () => {
      clearTimeout(timer);
      watcher.disconnect();
      document.removeEventListener('focusin', onFocusIn);
    };
  }, []);
}

/** The page that is shown; the frame around it may be another one than before. */
function mainOf(): HTMLElement | null {
  return document.querySelector('main');
}
