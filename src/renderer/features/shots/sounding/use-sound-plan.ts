import { useCallback, useMemo, useState } from 'react';
import type { Commission, CommissionLine } from '../../../../contract/commissions.ts';
import type { SceneId, ShotId } from '../../../../domain/kernel/ids.ts';
import { type CommissionPrice, useCommissionPrice } from '../../../actions/use-commission-price.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useWords } from '../../../words/use-words.ts';

export const soundSheets = ['lines', 'music', 'effects'] as const;
export type SoundSheet = (typeof soundSheets)[number];

/** What could be made, what is ticked, and what that costs. */
export interface SoundPlan {
  readonly prices: Readonly<Record<SoundSheet, CommissionPrice>>;
  /** By the line's key; null while it has no price, or is not asked for. */
  lineOf(key: string): CommissionLine | null;
  /** Whether it can be made now: it is not there, and has a price. */
  canMake(key: string): boolean;
  isTicked(key: string): boolean;
  tick(keys: readonly string[], ticked: boolean): void;
  readonly ticked: readonly CommissionLine[];
  readonly costUsdMicros: number;
  /** Begins all that is ticked. False where nothing of it could begin. */
  start(): Promise<boolean>;
}

/** Lines that are missing are ticked from the start; of music and effects only those that the dialog was opened for. */
export function useSoundPlan(opened: SoundSheet, sceneId: SceneId | null): SoundPlan {
  const { client } = useStudio();
  const { projectId, shots } = useProject();
  const words = useWords('sound');
  const call = useCall();
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map());
  const sceneIds = useMemo(() => (sceneId === null ? null : [sceneId]), [sceneId]);
  const shotIds = useMemo(
    () =>
      sceneId === null
        ? null
        : [...(shots.scenes().find(({ scene }) => scene.id === sceneId)?.shotIds ?? [])],
    [shots, sceneId],
  );
  const lines = useCommissionPrice({ what: 'speech', shotIds });
  const music = useCommissionPrice({ what: 'music', sceneIds });
  const effects = useCommissionPrice({ what: 'effects', sceneIds, effectIds: null });
  const prices = useMemo(() => ({ lines, music, effects }), [lines, music, effects]);
  const byKey = useMemo(() => {
    const all = soundSheets.flatMap((sheet) =>
      (prices[sheet].estimate?.lines ?? []).map((line) => ({ sheet, line })),
    );
    return new Map(all.map((entry) => [entry.line.key, entry]));
  }, [prices]);
  const canMake = (key: string): boolean => {
    const line = byKey.get(key)?.line;
    return line?.state === 'to-make' && line.costUsdMicros !== null;
  };
  const isTicked = (key: string): boolean => {
    if (!canMake(key)) return false;
    const sheet = byKey.get(key)?.sheet;
    return turned.get(key) ?? (sheet === 'lines' ? sceneId === null || opened === 'lines' : sheet === opened);
  };
  const ticked = [...byKey.values()].flatMap(({ line }) => (isTicked(line.key) ? [line] : []));
  const tick = useCallback(
    (keys: readonly string[], value: boolean) =>
      setTurned((before) => new Map([...before, ...keys.map((key) => [key, value] as const)])),
    [],
  );
  const start = async (): Promise<boolean> => {
    const orders = commissionsOf(ticked);
    let begun = 0;
    for (const { commission, own } of orders) {
      const maxCostUsdMicros = sumOf(own);
      const activity = await call(() =>
        client.commissions.start({ projectId, commission, maxCostUsdMicros }),
      );
      if (activity !== null) begun += own.length;
    }
    if (begun > 0) await call(async () => begun, words.started);
    return begun > 0;
  };
  return {
    prices,
    lineOf: (key) => byKey.get(key)?.line ?? null,
    canMake,
    isTicked,
    tick,
    ticked,
    costUsdMicros: sumOf(ticked),
    start,
  };
}

function sumOf(lines: readonly CommissionLine[]): number {
  return lines.reduce((sum, { costUsdMicros }) => sum + (costUsdMicros ?? 0), 0);
}

/** One commission for each kind that has something ticked. */
function commissionsOf(
  ticked: readonly CommissionLine[],
): { readonly commission: Commission; readonly own: readonly CommissionLine[] }[] {
  const of = (kind: CommissionLine['kind']): CommissionLine[] => ticked.filter((line) => line.kind === kind);
  const [speech, music, effect] = [of('speech'), of('music'), of('effect')];
  const shotIds = speech.flatMap(({ shotId }): ShotId[] => (shotId === null ? [] : [shotId]));
  const scenesOf = (lines: readonly CommissionLine[]): SceneId[] => [
    ...new Set(lines.flatMap(({ sceneId }): SceneId[] => (sceneId === null ? [] : [sceneId]))),
  ];
  const all: { readonly commission: Commission; readonly own: readonly CommissionLine[] }[] = [
    { commission: { what: 'speech', shotIds }, own: speech },
    { commission: { what: 'music', sceneIds: scenesOf(music) }, own: music },
    {
      commission: { what: 'effects', sceneIds: scenesOf(effect), effectIds: effect.map(effectIdOf) },
      own: effect,
    },
  ];
  return all.filter(({ own }) => own.length > 0);
}

/** The key of an effect's line is "effect", its scene and its id. */
function effectIdOf({ key }: CommissionLine): string {
  return key.split(' ').slice(2).join(' ');
}
