import { useEffect } from 'react';
import type { AssetId } from '../../../../domain/kernel/ids.ts';
import type { Player } from '../../../../playback/player.ts';
import { useProject } from '../../../state/project-context.ts';

/** Shows files that have come while the player was open: originals take the place of their proxies, and slates go. */
export function useArrivedFiles(player: Player | null): void {
  const { shots, mirror } = useProject();
  useEffect(() => {
    if (player === null) return;
    const shownOf = (id: AssetId): string => {
      const absence = shots.absence(id);
      return absence === null ? 'itself' : absence.proxy === 'here' ? 'proxy' : 'nothing';
    };
    const shownNow = (): ReadonlyMap<AssetId, string> => {
      const shown = new Map<AssetId, string>();
      for (const item of mirror.rows('item')) {
        if (item.kind === 'clip' && item.assetId !== null) shown.set(item.assetId, shownOf(item.assetId));
      }
      return shown;
    };
    let known = shownNow();
    return shots.subscribe(() => {
      const now = shownNow();
      for (const [id, shown] of now) {
        const before = known.get(id);
        if (before !== undefined && before !== shown) player.retry(id);
      }
      known = now;
    });
  }, [player, shots, mirror]);
}
