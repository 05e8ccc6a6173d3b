import { useEffect, useState } from 'react';
import type { Player } from '../../../../playback/player.ts';
import { Tooltip } from '../../../ui/tooltip.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';

const readEveryMs = 1000;

/** How many frames this playing left out; nothing while there are none. */
export function DroppedFrames({
  player,
  moves,
}: {
  readonly player: Player | null;
  readonly moves: boolean;
}) {
  const words = useWords('viewer');
  const formats = useFormats();
  const [dropped, setDropped] = useState(0);
  useEffect(() => {
    if (player === null || !moves) return;
    const before = player.stats().framesDropped;
    setDropped(0);
    const timer = setInterval(() => setDropped(player.stats().framesDropped - before), readEveryMs);
    return () => clearInterval(timer);
  }, [player, moves]);
  if (dropped <= 0) return null;
  return (
    <Tooltip label={words.droppedHint}>
      <span className="hidden truncate text-xs text-faint tabular-nums @min-[740px]:inline">
        {words.dropped(formats.number(dropped))}
      </span>
    </Tooltip>
  );
}
