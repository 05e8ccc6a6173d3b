import { type DragEvent, useEffect, useRef } from 'react';
import { useProject } from '../../../state/project-context.ts';
import { shotIdOf } from '../board/shot-id-of.ts';
import { useOwnTake } from './use-own-take.ts';

/**
 * Files that are dropped on a shot become its takes, the last one chosen. What stands for a shot has `data-shot`, and while
 * files hang over it `data-takes-file` as well: set by hand, since a drag tells of itself many times a second.
 */
export function useTakeDrop() {
  const { view } = useProject();
  const { bring } = useOwnTake();
  const over = useRef<HTMLElement | null>(null);
  const mark = (next: HTMLElement | null): void => {
    if (over.current === next) return;
    over.current?.removeAttribute('data-takes-file');
    next?.setAttribute('data-takes-file', '');
    over.current = next;
  };
  useEffect(() => () => over.current?.removeAttribute('data-takes-file'), []);

  const placeOf = ({ target, dataTransfer }: DragEvent<HTMLElement>): HTMLElement | null =>
    target instanceof Element && dataTransfer.types.includes('Files')
      ? target.closest<HTMLElement>('[data-shot]')
      : null;

  return {
    onDragOver: (event: DragEvent<HTMLElement>) => {
      const place = placeOf(event);
      mark(place);
      if (place === null) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    },
    onDragLeave: (event: DragEvent<HTMLElement>) => {
      const { currentTarget, relatedTarget } = event;
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) mark(null);
    },
    onDrop: (event: DragEvent<HTMLElement>) => {
      const shotId = shotIdOf(placeOf(event));
      mark(null);
      if (shotId === null) return;
      event.preventDefault();
      view.setState({ shotIds: new Set([shotId]) });
      void bringAll([...event.dataTransfer.files], (file) => bring(shotId, file));
    },
  };
}

/** One after the other, so that the last one is chosen. */
async function bringAll(files: readonly File[], bring: (file: File) => Promise<void>): Promise<void> {
  for (const file of files) await bring(file);
}
