import type { Asset } from '../../assets/asset.ts';
import type { Take } from '../../assets/take.ts';
import type { AssetId, ProjectId, TakeId } from '../../kernel/ids.ts';
import type { FrameRate } from '../../kernel/time.ts';
import type { Scene } from '../../scenes/scene.ts';
import type { Shot } from '../../shots/shot.ts';
import type { TimelineRows } from '../timeline-index.ts';
import type { Credits } from './title-card.ts';

/** Everything that shapes the timeline of a story. */
export interface AssemblyInput {
  readonly projectId: ProjectId;
  readonly rate: FrameRate;
  readonly credits: Credits;
  /** In any order; the `order` fields count. */
  readonly scenes: readonly Scene[];
  readonly shots: readonly Shot[];
  readonly takes: ReadonlyMap<TakeId, Take>;
  readonly assets: ReadonlyMap<AssetId, Asset>;
  /** The timeline as it is; empty the first time. */
  readonly rows: TimelineRows;
}
