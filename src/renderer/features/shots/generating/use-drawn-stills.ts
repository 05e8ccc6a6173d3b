import { useEffect, useRef } from 'react';
import type { ShotId } from '../../../../domain/kernel/ids.ts';
import { useProject } from '../../../state/project-context.ts';
import { useConnection, useStudio, useStudioState } from '../../../state/studio-context.ts';
import { useShotIndex } from '../../../state/use-shots.ts';
import { useRunningGeneration } from './batch-progress.tsx';
import { choiceOf, drawStillsPreferenceName, freeProvider } from './generation-preference.ts';

/** New shots are drawn when the board has been left alone for so long. */
const restMs = 1_200;

/**
 * Has the studio draw the animatic's still of every shot that has no picture at all: it is free, needs no network, and a
 * board of pictures is what the page is for. Each shot is asked for once while the window is open, so that a cancel is
 * a cancel; clips, and anything a person has a take of, are left to the person.
 */
export function useDrawnStills(): void {
  const { client } = useStudio();
  const { projectId, shots } = useProject();
  const isOpen = useConnection().is === 'open';
  const wanted = useStudioState((state) => state.preferences[drawStillsPreferenceName] !== false);
  const isBusy = useRunningGeneration() !== null;
  const revision = useShotIndex((index) => index.revision());
  const asked = useRef<Set<ShotId>>(new Set());
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again with every change of a shot
  useEffect(() => {
    if (!wanted || !isOpen || isBusy) return undefined;
    const timer = setTimeout(() => {
      const bare = shots.shotIds().filter((id) => {
        const facts = shots.facts(id);
        return facts?.state === 'missing' && facts.clip === null && !asked.current.has(id);
      });
      if (bare.length === 0) return;
      for (const id of bare) asked.current.add(id);
      const preference = {
        provider: freeProvider,
        clipProvider: null,
        stillModel: null,
        clipModel: null,
        upTo: 'still',
      } as const;
      client.jobs
        .start({ projectId, choice: choiceOf(preference, bare), maxCostUsdMicros: null, unasked: true })
        // Nobody asked for it by hand, so nobody is told; the frames stand in pencil.
        .catch(() => undefined);
    }, restMs);
    return () => clearTimeout(timer);
  }, [wanted, isOpen, isBusy, revision, client, projectId, shots]);
}
