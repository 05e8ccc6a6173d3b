import { useMemo } from 'react';
import { isStillApproved } from '../../../../domain/shots/commands/approve-stills.ts';
import { useProject } from '../../../state/project-context.ts';
import { useShotIndex } from '../../../state/use-shots.ts';
import { useGeneration } from '../generating/use-generation.ts';

/** How many of these shots (null: all) have a still that waits for approval before its clip is paid for. */
export function useStillsToApprove(shotIds: readonly string[] | null): number {
  const { shots } = useProject();
  const { stillsFirst, preference } = useGeneration();
  const revision = useShotIndex((index) => index.revision());
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted again with every change of a shot
  return useMemo(() => {
    if (!stillsFirst || preference.upTo !== 'clip') return 0;
    return (shotIds ?? shots.shotIds()).filter((id) => {
      const facts = shots.facts(id);
      return facts !== null && facts.still !== null && facts.clip === null && !isStillApproved(facts.shot);
    }).length;
  }, [shots, revision, shotIds, stillsFirst, preference.upTo]);
}
