import type { EditReceipt } from '../../../../contract/base.ts';
import type { StudioClient } from '../../../../contract/contract.ts';
import type { ProjectId } from '../../../../domain/kernel/ids.ts';
import type { Fault } from '../../../../domain/kernel/result.ts';
import type { ClipItem } from '../../../../domain/timeline/records.ts';
import type { Step } from '../../../../domain/timeline/run-together.ts';
import type { ProjectMirror } from '../../../state/project-mirror.ts';
import type { ProjectViewStore } from '../../../state/project-view.ts';
import type { CutViewStore } from '../cut-view.ts';
import type { TrackRow } from '../geometry/track-layout.ts';
import type { LiveTimeline } from '../live/live-timeline.ts';
import type { StageOverlay } from './overlay.ts';

/** The pointer over the stage. */
export interface Pointer {
  readonly xPx: number;
  /** From the top of the ruler. */
  readonly yPx: number;
  /** From the top of the first track, scrolled or not. */
  readonly stackPx: number;
  readonly flicks: number;
  readonly shift: boolean;
  readonly alt: boolean;
  /** Command on a Mac, Control elsewhere. */
  readonly mod: boolean;
}

/**
 * A drag, from press to release. It draws what it would do and asks the studio once, at its end; cancelled, it leaves no
 * trace.
 */
export interface Gesture {
  readonly cursor: string;
  move(pointer: Pointer): void;
  /** `moved` is false for a press that went nowhere. */
  end(pointer: Pointer, moved: boolean): void;
  cancel(): void;
}

/** An edit as a picture and as a call: the same command here and in the studio. */
export interface Plan {
  readonly step: Step;
  readonly call: (client: StudioClient['timeline']) => Promise<EditReceipt>;
}

/** What gestures work with. */
export interface Desk {
  readonly projectId: ProjectId;
  readonly mirror: ProjectMirror;
  readonly live: LiveTimeline;
  readonly cut: CutViewStore;
  readonly view: ProjectViewStore;
  readonly overlay: StageOverlay;
  rows(): readonly TrackRow[];
  /** Whether a clip's medium has sound besides a picture. */
  sounds(clip: ClipItem): boolean;
  /** "+3.5 dB", in the person's language. */
  gainWords(gainDb: number): string;
  /** Shows the plan until the studio has answered; what stands in its way is said in the status line. */
  commit(plan: Plan): Promise<EditReceipt | null>;
  say(sentence: string): void;
  /** Why an edit cannot be made, in the person's language. */
  refusalOf(fault: Fault): string;
}

/** Ids of rows that are only shown until the studio gives them theirs. */
export function shownId(): string {
  return `shown-${crypto.randomUUID()}`;
}
