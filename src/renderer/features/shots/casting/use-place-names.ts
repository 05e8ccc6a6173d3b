import { useMemo } from 'react';
import { useRows } from '../../../state/project-context.ts';

export interface PlaceUse {
  /** As the first shot or scene has it. */
  readonly name: string;
  readonly shots: number;
}

/** The places of the film in the order in which they come, each once whatever its case, with the shots that play there. */
export function usePlaceNames(): readonly PlaceUse[] {
  const scenes = useRows('scene');
  const shots = useRows('shot');
  const places = useRows('place');
  return useMemo(() => {
    const uses = new Map<string, { name: string; shots: number }>();
    const note = (name: string | null, count: number): void => {
      if (name === null || name.trim() === '') return;
      const key = name.toLowerCase();
      const use = uses.get(key);
      if (use === undefined) uses.set(key, { name, shots: count });
      else use.shots += count;
    };
    for (const { place } of scenes) note(place, 0);
    for (const { place } of shots) note(place, 1);
    for (const { name } of places) note(name, 0);
    return [...uses.values()];
  }, [scenes, shots, places]);
}
