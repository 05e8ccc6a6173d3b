import { useSyncExternalStore } from 'react';

/** Below this a panel at the side takes more than a page can spare: a small window, or one at 200 %. */
const narrowBelow = '(width < 800px)';

function watch(onChange: () => void): () => void {
  const query = matchMedia(narrowBelow);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

/** Whether the window has no room for panels side by side. */
export function useWindowIsNarrow(): boolean {
  return useSyncExternalStore(watch, () => matchMedia(narrowBelow).matches);
}
