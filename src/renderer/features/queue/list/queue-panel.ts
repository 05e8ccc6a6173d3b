import type { QueueChoice, QueueFilter } from '../../../../contract/queue.ts';
import type { QueueGroup } from '../../../../domain/jobs/queue-group.ts';
import type { ProjectId } from '../../../../domain/kernel/ids.ts';
import type { Chosen } from './queue-choice.ts';
import type { QueueWindow } from './queue-window.ts';
import type { QueueFigures } from './use-queue-summary.ts';

/** What the list and the details beside it share. */
export interface QueuePanelProps {
  readonly window: QueueWindow;
  readonly figures: QueueFigures | null;
  readonly titles: ReadonlyMap<ProjectId, string>;
  readonly chosen: Chosen;
  readonly setChosen: (chosen: Chosen) => void;
  readonly filter: QueueFilter;
  readonly groups: readonly QueueGroup[];
  readonly onAskAgain: (which: QueueChoice) => void;
}
