import { useCallback, useEffect, useState } from 'react';

/**
 * Whether a viewer fills the screen, and a way to change that. The whole page goes to full screen and the viewer covers
 * it: menus, the palette and notices live beside the viewer in the page and would not be seen over an element alone.
 */
export function useFullScreen(): { readonly is: boolean; readonly toggle: () => void } {
  const [is, setIs] = useState(false);
  useEffect(() => {
    const onChange = (): void => {
      if (document.fullscreenElement === null) setIs(false);
    };
    document.addEventListener('fullscreenchange', onChange);
    return () => document.removeEventListener('fullscreenchange', onChange);
  }, []);
  const toggle = useCallback(() => {
    const change = is
      ? document.exitFullscreen()
      : document.documentElement.requestFullscreen().then(() => setIs(true));
    // A window that may not fill the screen stays as it is.
    change.catch(() => undefined);
  }, [is]);
  // Another page of the project, reached by its key, is not covered by what is hidden with this one.
  useEffect(() => {
    if (!is) return undefined;
    return () => {
      if (document.fullscreenElement !== null) document.exitFullscreen().catch(() => undefined);
    };
  }, [is]);
  return { is, toggle };
}
