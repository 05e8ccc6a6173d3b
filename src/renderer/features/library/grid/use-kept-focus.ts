import { type RefObject, useCallback, useEffect, useRef } from 'react';

/**
 * The focus stays in the grid while its posters come and go: one that is put elsewhere, or taken away, is drawn anew and
 * would leave it to the page. Answers with the way to ask for the focus of the active poster once it is drawn.
 */
export function useKeptFocus(grid: RefObject<HTMLElement | null>, active: number): () => void {
  const wanted = useRef(false);
  const inside = useRef(false);
  useEffect(() => {
    const element = grid.current;
    if (element === null) return;
    const onIn = (): void => {
      inside.current = true;
    };
    const onOut = (event: FocusEvent): void => {
      // Without a next place the focused poster is gone, or the window has lost the focus: either is for us.
      if (event.relatedTarget instanceof Node && !element.contains(event.relatedTarget))
        inside.current = false;
    };
    const onPress = (event: PointerEvent): void => {
      if (event.target instanceof Node && !element.contains(event.target)) inside.current = false;
    };
    element.addEventListener('focusin', onIn);
    element.addEventListener('focusout', onOut);
    document.addEventListener('pointerdown', onPress, true);
    return () => {
      element.removeEventListener('focusin', onIn);
      element.removeEventListener('focusout', onOut);
      document.removeEventListener('pointerdown', onPress, true);
    };
  }, [grid]);
  useEffect(() => {
    const at = document.activeElement;
    const lost = inside.current && (at === null || at === document.body || at.id === 'page');
    if (!wanted.current && !lost) return;
    const cell = grid.current?.querySelector<HTMLElement>(`[data-place="${active}"]`);
    // One that is being renamed has a field, which has the focus itself.
    if (cell == null || cell.querySelector('input') !== null) return;
    wanted.current = false;
    cell.focus();
  });
  return useCallback(() => {
    wanted.current = true;
  }, []);
}
