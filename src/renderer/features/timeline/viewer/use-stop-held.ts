import { useEffect, useRef } from 'react';

/**
 * Whether the K of the shuttle is down: as Shift would be, it is not a command then but changes what J and L do. The
 * command for pressing it comes from the list as for every other key.
 */
export function useStopHeld(): () => boolean {
  const held = useRef(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() === 'k') held.current = event.type === 'keydown';
    };
    const forget = (): void => {
      held.current = false;
    };
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('keyup', onKey, true);
    window.addEventListener('blur', forget);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('keyup', onKey, true);
      window.removeEventListener('blur', forget);
    };
  }, []);
  return useRef(() => held.current).current;
}
