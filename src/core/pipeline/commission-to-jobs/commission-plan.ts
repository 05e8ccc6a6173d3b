import type { Commission, CommissionMaker } from '../../../domain/jobs/commission.ts';
import type { GenerationRequest } from '../../../domain/jobs/generation-request.ts';
import type { Job } from '../../../domain/jobs/job.ts';
import type { AssetId, CastId, PlaceId, SceneId, ShotId, TakeId } from '../../../domain/kernel/ids.ts';
import type { Result } from '../../../domain/kernel/result.ts';
import type { Project } from '../../../domain/project/project.ts';
import type { TimelineIndex } from '../../../domain/timeline/timeline-index.ts';
import type { MediaLibrary } from '../../library/media-library.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Generator } from '../../ports/generator.ts';
import type { Store } from '../../store/store.ts';

/** What planners read, and what those that need a file of their own (a frame of a clip) work with. */
export interface CommissionContext {
  readonly store: Store;
  readonly library: MediaLibrary;
  readonly clock: Clock;
  readonly generators: readonly Generator[];
  /** Where clips of the film stand, for what is made beside them. */
  readonly timelines: { of(project: Project): TimelineIndex };
  /** Choices of this person on this device: who makes what where the film does not say. */
  readonly preferences: { all(): Readonly<Record<string, unknown>> };
}

export interface CommissionOrder {
  readonly project: Project;
  readonly commission: Commission;
  /** null: see {@link findMaker}. */
  readonly maker: CommissionMaker | null;
  /** Another take although a current one is there. */
  readonly again: boolean;
}

/** `price`: nothing is written, and a file that would have to be made is stood for by any id. `run`: it is about to be sent. */
export type PlanPurpose = 'price' | 'run';

/** What the result will belong to: one of these, or the project. */
export interface CommissionSubject {
  readonly shotId?: ShotId;
  readonly sceneId?: SceneId;
  readonly castId?: CastId;
  readonly placeId?: PlaceId;
}

/** One request of a commission. What becomes of its result is said by `landResult`, from the job alone. */
export interface PlannedRequest {
  /** Names the line on the screen: the same for the same line of a project. */
  readonly key: string;
  readonly subject: CommissionSubject;
  readonly request: GenerationRequest;
  /** What stands on its line; the request's own words without it. */
  readonly words?: string;
  readonly speaker?: string;
  /** The take or file that it is made from. */
  readonly fromTakeId?: TakeId;
  readonly fromAssetId?: AssetId;
  /** A current take is there: asked for only where another one is wanted. */
  readonly isMade: boolean;
  /**
   * What is done with a result beyond landing it as the chosen take: an edit of the timeline, say. Called once its job is done, again where the
   * same commission is asked for later; so it must find what it did before. What it did in words, or null.
   */
  readonly landed?: (job: Job) => Promise<Result<string | null>>;
}

/** A line that cannot be asked for, and why: it is shown, and not sent. */
export interface RefusedLine extends Pick<PlannedRequest, 'key' | 'subject' | 'speaker'> {
  readonly kind: GenerationRequest['kind'];
  readonly words: string;
  readonly problem: string;
}

export interface CommissionPlan {
  readonly requests: readonly PlannedRequest[];
  readonly refused: readonly RefusedLine[];
}

/** Makes the requests of one kind of commission from the rows as they are. */
export type CommissionPlanner<What extends Commission['what']> = (
  context: CommissionContext,
  order: CommissionOrder & { readonly commission: Extract<Commission, { readonly what: What }> },
  purpose: PlanPurpose,
) => Promise<Result<CommissionPlan>>;
