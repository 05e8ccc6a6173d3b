/** The caret's block, after an edit that the browser did not scroll for. */
export function keepInSight(element: HTMLElement): void {
  const frame = element.closest('.script-scroller')?.getBoundingClientRect();
  const selection = document.getSelection();
  if (frame === undefined || selection === null || selection.rangeCount === 0) return;
  const boxes = selection.getRangeAt(0).getClientRects();
  const box = boxes[boxes.length - 1] ?? element.getBoundingClientRect();
  if (box.bottom > frame.bottom - 32 || box.top < frame.top + 16)
    element.scrollIntoView({ block: 'nearest' });
}
