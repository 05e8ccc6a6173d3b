import { useEffect, useRef } from 'react';
import { useBoardStore } from '../board/board-store.ts';
import { Inspector } from './inspector.tsx';

/** The inspector over the frames, below the toolbar: where there is no room beside them. Escape puts it away. */
export function InspectorOver() {
  const board = useBoardStore();
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const own = panel.current;
    own?.focus();
    return () => {
      const held = own?.contains(document.activeElement) === true || document.activeElement === document.body;
      if (held && before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape backs out of it, whatever in it has the focus.
    <div
      ref={panel}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) board.setState({ inspectorOver: false });
      }}
      className="absolute top-9 right-0 bottom-0 z-20 flex w-80 max-w-full animate-fade flex-col border-l border-line shadow-float outline-none"
    >
      <Inspector />
    </div>
  );
}
