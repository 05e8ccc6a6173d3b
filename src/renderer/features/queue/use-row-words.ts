import type { QueueLane, QueueRow } from '../../../contract/queue.ts';
import { useFormats, useInterpret, useWords } from '../../words/use-words.ts';
import { type RowWords, rowWords } from './row-words.ts';
import { useProviderName } from './use-queue-names.ts';

/** One job in the person's language. */
export function useRowWords(
  row: QueueRow,
  lane: QueueLane | null,
  pausedSinceMs: number | null,
  nowMs: number,
): RowWords {
  const words = useWords('queue');
  const states = useWords('queueStates');
  const formats = useFormats();
  const interpret = useInterpret();
  const nameOf = useProviderName();
  return rowWords(row, lane, pausedSinceMs, nowMs, { words, states, formats, interpret, nameOf });
}
