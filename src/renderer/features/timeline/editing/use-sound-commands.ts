import { setClips } from '../../../../domain/timeline/commands/set-clips.ts';
import type { ClipItem } from '../../../../domain/timeline/records.ts';
import { useCommands } from '../../../actions/use-commands.ts';
import type { Desk, Plan } from '../gestures/desk.ts';
import type { AtHand } from './at-hand.ts';

/** The commands of clips on tracks of sound: going down under dialogue, and beginning again. */
export function useSoundCommands({ projectId }: Desk, hand: AtHand, run: (plan: Plan | null) => void): void {
  const onTracksOfSound = (): readonly ClipItem[] => {
    const { tracks } = hand.index();
    return hand.clips().filter(({ trackId }) => tracks.get(trackId)?.kind === 'audio');
  };
  /** Of these, those whose track goes down at all. */
  const ducking = (): readonly ClipItem[] => {
    const { tracks } = hand.index();
    return hand.clips().filter(({ trackId, scratch }) => {
      const track = tracks.get(trackId);
      return track?.ducks === true && track.role !== 'dialogue' && !scratch;
    });
  };
  const all = (clips: readonly ClipItem[], field: 'ducks' | 'loops'): boolean =>
    clips.length > 0 && clips.every((clip) => clip[field]);
  const plan = (clips: readonly ClipItem[], field: 'ducks' | 'loops'): Plan => {
    const input = { itemIds: clips.map(({ id }) => id), [field]: !all(clips, field) };
    return {
      step: (now) => setClips(now, input),
      call: (timeline) => timeline.setClips({ projectId, ...input }),
    };
  };
  useCommands({
    'timeline.duck': {
      run: () => run(plan(ducking(), 'ducks')),
      enabled: () => ducking().length > 0,
      checked: () => all(ducking(), 'ducks'),
    },
    'timeline.loop': {
      run: () => run(plan(onTracksOfSound(), 'loops')),
      enabled: () => onTracksOfSound().length > 0,
      checked: () => all(onTracksOfSound(), 'loops'),
    },
  });
}
