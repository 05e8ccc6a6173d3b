import { useEffect, useMemo, useState } from 'react';
import type { PriceElsewhere, ShotPrice } from '../../../../contract/jobs.ts';
import type { ShotId } from '../../../../domain/kernel/ids.ts';
import { useProject } from '../../../state/project-context.ts';
import { wantsOf } from '../../../state/shot-facts.ts';
import { useConnection, useStudio } from '../../../state/studio-context.ts';
import { useShotIndex } from '../../../state/use-shots.ts';
import { choiceOf } from './generation-preference.ts';
import { useGeneration } from './use-generation.ts';

export interface Estimate {
  readonly stills: number;
  readonly clips: number;
  readonly costUsdMicros: number;
  readonly lines: readonly string[];
  /** When the oldest of the prices was read from the provider; absent for what is free. */
  readonly pricedAtMs?: number | null;
  /** Requests that have no price and are not sent. */
  readonly unpriced?: number;
  /** Requests that ended badly before and that a person asks for one by one. */
  readonly ended?: number;
  /** Shot by shot, where that was asked for. */
  readonly shots?: readonly ShotPrice[];
  /** Left out, because another device has it made. */
  readonly elsewhere?: readonly PriceElsewhere[];
}

export interface EstimateWish {
  /** Another take although a current one is there. */
  readonly again?: boolean;
  /** Also shot by shot. */
  readonly perShot?: boolean;
  /** With the clips that wait for the approval of their stills. */
  readonly asApproved?: boolean;
  /** With what another device has made: both are paid. */
  readonly payAgain?: boolean;
}

/** A price is asked for when nothing has changed for so long. */
const restMs = 350;

/**
 * What generating these shots (null: all) would take; null while it is not known. What is free is counted here; prices
 * are the provider's, asked for anew when shots, choice or selection have come to rest.
 */
export function useEstimate(
  shotIds: readonly ShotId[] | null,
  { again = false, perShot = false, asApproved = false, payAgain = false }: EstimateWish = {},
): Estimate | null {
  const { client } = useStudio();
  const { projectId, shots } = useProject();
  const isOpen = useConnection().is === 'open';
  const { isFree, isReady, preference, stillsFirst: waits, makers, formsKey } = useGeneration();
  const stillsFirst = waits && !asApproved;
  const revision = useShotIndex((index) => index.revision());
  const [asked, setAsked] = useState<{ readonly key: string; readonly estimate: Estimate | null } | null>(
    null,
  );
  const key = JSON.stringify([
    preference,
    formsKey,
    shotIds,
    again,
    stillsFirst,
    projectId,
    perShot,
    payAgain,
  ]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: counted again with every change of a shot
  const counted = useMemo((): Estimate | null => {
    if (!isFree) return null;
    let [stills, clips] = [0, 0];
    for (const id of shotIds ?? shots.shotIds()) {
      const facts = shots.facts(id);
      if (facts === null) continue;
      const wants = wantsOf(facts, makers, { upTo: preference.upTo, again });
      // Of a drawing, the still is the clip's first frame, and no work of its own.
      if (wants.clip) clips++;
      else if (wants.still) stills++;
    }
    return { stills, clips, costUsdMicros: 0, lines: [] };
  }, [isFree, shotIds, shots, revision, again, preference, makers]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again with every change of a shot
  useEffect(() => {
    if (isFree || !isReady || !isOpen) return undefined;
    let wanted = true;
    const timer = setTimeout(() => {
      client.jobs
        .estimate({ projectId, choice: choiceOf(preference, shotIds, again, stillsFirst, payAgain), perShot })
        .then(
          (estimate) => wanted && setAsked({ key, estimate }),
          () => wanted && setAsked({ key, estimate: null }),
        );
    }, restMs);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [client, isFree, isReady, isOpen, key, revision]);

  if (isFree) return counted;
  return asked?.key === key ? asked.estimate : null;
}
