import type { ShotId } from '../../../../domain/kernel/ids.ts';

/** The shot whose frame an element is in; null outside of all frames. */
export function shotIdOf(target: EventTarget | null): ShotId | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest<HTMLElement>('[data-shot]');
  return (cell?.dataset['shot'] as ShotId | undefined) ?? null;
}
