import { Play, Square } from 'lucide-react';
import type { Take } from '../../../../domain/assets/take.ts';
import { useStatusLine } from '../../../actions/status-line.ts';
import { mediaAddress } from '../../../client/media-addresses.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useBoard, useBoardStore } from '../board/board-store.ts';

/** Plays a sound take; one sounds at a time. */
export function PlayTake({ take, what }: { readonly take: Take; readonly what: string }) {
  const words = useWords('sound');
  const board = useBoardStore();
  const status = useStatusLine();
  const isHeard = useBoard((state) => state.heardId === take.id);
  const stop = (): void => board.setState({ heardId: null });
  return (
    <>
      <IconButton
        icon={isHeard ? Square : Play}
        size="small"
        label={isHeard ? words.stop : words.play(what)}
        onClick={() => board.setState({ heardId: isHeard ? null : take.id })}
      />
      {isHeard ? (
        // biome-ignore lint/a11y/useMediaCaption: what is said stands beside it
        <audio
          src={mediaAddress(take.assetId)}
          autoPlay
          hidden
          onEnded={stop}
          onError={() => {
            stop();
            status.say(words.notPlayed);
          }}
        />
      ) : null}
    </>
  );
}
