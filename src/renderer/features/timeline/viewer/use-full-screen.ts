import { type RefObject, useCallback, useEffect, useState } from 'react';

/** Whether an element fills the screen, and a way to change that. */
export function useFullScreen(element: RefObject<HTMLElement | null>): {
  readonly is: boolean;
  readonly toggle: () => void;
} {
  const [is, setIs] = useState(false);
  useEffect(() => {
    const onChange = (): void =>
      setIs(element.current !== null && document.fullscreenElement === element.current);
    document.addEventListener('fullscreenchange', onChange);
    return () => document.removeEventListener('fullscreenchange', onChange);
  }, [element]);
  const toggle = useCallback(() => {
    const change =
      document.fullscreenElement === element.current
        ? document.exitFullscreen()
        : element.current?.requestFullscreen();
    // A window that may not fill the screen stays as it is.
    change?.catch(() => undefined);
  }, [element]);
  return { is, toggle };
}
