import type { Asset } from '../../../../domain/assets/asset.ts';
import type { Take } from '../../../../domain/assets/take.ts';
import type { Scene } from '../../../../domain/scenes/scene.ts';
import type { ShotFacts } from '../../../state/shot-facts.ts';
import type { SceneShots } from '../../../state/shot-index.ts';

/** One row of the bin, as it is listed. */
export type BinRow =
  | { readonly kind: 'scene'; readonly id: string; readonly scene: Scene; readonly number: string }
  | { readonly kind: 'shot'; readonly id: string; readonly facts: ShotFacts; readonly isOpen: boolean }
  | {
      readonly kind: 'take';
      readonly id: string;
      readonly take: Take;
      /** Counts the shot's takes of its kind, the oldest being 1. */
      readonly number: number;
      readonly isChosen: boolean;
    }
  | { readonly kind: 'asset'; readonly id: string; readonly asset: Asset };

/** The project's shots by scene; those whose number, words or description hold `search`. An open shot lists its takes. */
export function shotRows(
  scenes: readonly SceneShots[],
  factsOf: (shotId: string) => ShotFacts | null,
  search: string,
  openShotId: string | null,
): BinRow[] {
  const wanted = search.trim().toLowerCase();
  const rows: BinRow[] = [];
  for (const { scene, number, shotIds } of scenes) {
    const own: BinRow[] = [];
    const sceneMatches = scene.heading.toLowerCase().includes(wanted);
    for (const shotId of shotIds) {
      const facts = factsOf(shotId);
      if (facts === null || !(sceneMatches || matches(facts, wanted))) continue;
      const isOpen = shotId === openShotId;
      own.push({ kind: 'shot', id: shotId, facts, isOpen });
      if (isOpen) own.push(...takeRows(facts));
    }
    if (own.length > 0) rows.push({ kind: 'scene', id: scene.id, scene, number }, ...own);
  }
  return rows;
}

export function assetRows(assets: readonly Asset[], search: string): BinRow[] {
  const wanted = search.trim().toLowerCase();
  return assets
    .filter(({ name, kind }) => kind !== 'text' && name.toLowerCase().includes(wanted))
    .map((asset) => ({ kind: 'asset', id: asset.id, asset }));
}

function takeRows({ takes, still, clip }: ShotFacts): BinRow[] {
  return takes.map((take) => {
    const older = takes.filter((other) => other.kind === take.kind && other.createdAtMs <= take.createdAtMs);
    const isChosen = take.id === still?.id || take.id === clip?.id;
    return { kind: 'take', id: take.id, take, number: older.length, isChosen };
  });
}

function matches({ number, shot }: ShotFacts, wanted: string): boolean {
  return (
    wanted === '' ||
    number.toLowerCase().startsWith(wanted) ||
    shot.description.toLowerCase().includes(wanted) ||
    (shot.dialogue?.text.toLowerCase().includes(wanted) ?? false)
  );
}
