import type { ItemId } from '../../../../domain/kernel/ids.ts';
import { secondsToFlicks, snapToFrame } from '../../../../domain/kernel/time.ts';
import { useCommands } from '../../../actions/use-commands.ts';
import { useEdit } from '../../../actions/use-edit.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useWords } from '../../../words/use-words.ts';
import { useCut } from '../cut-context.ts';
import type { Desk } from '../gestures/desk.ts';
import { mainClipPlan, placedClipPlan, sourceClip } from '../stage/new-clip-plan.ts';
import type { AtHand } from './at-hand.ts';
import type { RunPlan } from './run-plan.ts';

/** How long a new title or caption stands. */
const wordsSeconds = 3;

/** Commands that bring something onto the timeline: what the studio assembles, the source, words, tracks. */
export function useAddingCommands(desk: Desk, hand: AtHand, { runAndSelect }: RunPlan): void {
  const { imported, sourcePlace } = useCut();
  const { client } = useStudio();
  const words = useWords('timeline');
  const edit = useEdit();
  const { projectId, view, cut } = desk;

  const source = () => {
    const { source: medium, sourceShown } = cut.getState();
    const marks = sourceShown ? sourcePlace.getState() : undefined;
    return medium === null ? null : sourceClip(desk.mirror, medium, imported.getState().assets, marks);
  };
  const bringIn = (way: 'insert' | 'overwrite'): void => {
    const clip = source();
    if (clip === null) return;
    const at = hand.playheadFlicks();
    runAndSelect(
      clip.kind === 'audio' ? placedClipPlan(desk, clip, null, at) : mainClipPlan(desk, clip, way, at),
    );
  };
  const addTrack = (kind: 'video' | 'audio'): void => {
    const count = [...hand.index().tracks.values()].filter((track) => track.kind === kind).length;
    const name = words.newTrackName(words.trackKind[kind], count + 1);
    void edit(() => client.timeline.addTrack({ projectId, kind, name }));
  };
  const selectAdded = (receipt: Awaited<ReturnType<typeof edit>>): void => {
    const added = receipt?.added.find(({ entity }) => entity === 'item');
    if (added !== undefined) view.setState({ itemIds: new Set([added.id as ItemId]) });
  };
  const placeOfWords = () => ({
    projectId,
    trackId: null,
    atFlicks: hand.playheadFlicks(),
    durationFlicks: snapToFrame(secondsToFlicks(wordsSeconds), hand.index().rate, true),
  });

  useCommands({
    'timeline.assemble': { run: () => void edit(() => client.timeline.assemble({ projectId })) },
    'timeline.insert': { run: () => bringIn('insert'), enabled: () => source() !== null },
    'timeline.overwrite': { run: () => bringIn('overwrite'), enabled: () => source() !== null },
    'timeline.addVideoTrack': { run: () => addTrack('video') },
    'timeline.addAudioTrack': { run: () => addTrack('audio') },
    'timeline.addTitle': {
      run: () => {
        const look = {
          text: words.newTitle,
          style: 'lower-third',
          fadeInFlicks: 0,
          fadeOutFlicks: 0,
        } as const;
        void edit(() => client.timeline.addTitle({ ...placeOfWords(), ...look })).then(selectAdded);
      },
    },
    'timeline.addCaption': {
      run: () => {
        const caption = { text: words.newCaption, speaker: null };
        void edit(() => client.timeline.addCaption({ ...placeOfWords(), ...caption })).then(selectAdded);
      },
    },
  });
}
