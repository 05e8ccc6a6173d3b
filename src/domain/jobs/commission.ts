import type { CastId, ItemId, SceneId, ShotId, TakeId } from '../kernel/ids.ts';
import type { Voice } from '../project/voice.ts';

/** Where a model's clip is longer than its place: shown as far as the place goes, or whole, and the film becomes longer. */
type PartFit = 'keep' | 'grow';

/** Generation that a person asks for beside the run of stills and clips. A list that is null means all of the project. */
export type Commission =
  | { readonly what: 'speech'; readonly shotIds: ShotId[] | null }
  | { readonly what: 'music'; readonly sceneIds: SceneId[] | null }
  | {
      readonly what: 'effects';
      readonly sceneIds: SceneId[] | null;
      readonly effectIds: string[] | null;
    }
  | { readonly what: 'transcribe'; readonly itemId: ItemId; readonly language: string | null }
  | { readonly what: 'upscale'; readonly takeIds: TakeId[]; readonly factor: number }
  | {
      readonly what: 'reword';
      readonly takeId: TakeId;
      readonly prompt: string;
      readonly negativePrompt: string | null;
      readonly sameSeed: boolean;
    }
  | {
      readonly what: 'extend';
      readonly itemId: ItemId;
      readonly byFlicks: number;
      readonly prompt: string;
    }
  | {
      readonly what: 'retake';
      readonly itemId: ItemId;
      readonly fromFlicks: number;
      readonly toFlicks: number;
      readonly prompt: string;
      readonly fit: PartFit;
    }
  | { readonly what: 'fill-gap'; readonly itemId: ItemId; readonly prompt: string; readonly fit: PartFit }
  | { readonly what: 'voice-sample'; readonly castId: CastId | null; readonly voice: Voice };

/** Who makes it; `model` null takes the usual one. */
export interface CommissionMaker {
  readonly provider: string;
  readonly model: string | null;
}
