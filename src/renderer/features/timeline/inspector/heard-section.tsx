import { duckDb } from '../../../../domain/timeline/make-room.ts';
import type { ClipItem } from '../../../../domain/timeline/records.ts';
import { Switch } from '../../../ui/switch.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { useCut } from '../cut-context.ts';
import { Section } from './section.tsx';
import { SliderRow } from './slider-row.tsx';
import { useTimelineEdit } from './use-timeline-edit.ts';

/** How a clip sounds: how loud, whether it makes room for dialogue, whether it begins again. */
export function HeardSection({ clip }: { readonly clip: ClipItem }) {
  const words = useWords('timeline');
  const sound = useWords('placedSound');
  const formats = useFormats();
  const edit = useTimelineEdit();
  const { live } = useCut();
  const itemId = clip.id;
  const track = live.index().tracks.get(clip.trackId);
  const isSoundTrack = track?.kind === 'audio';
  const set = (fields: Partial<Pick<ClipItem, 'ducks' | 'loops'>>) =>
    edit((timeline, projectId) => timeline.setClips({ projectId, itemIds: [itemId], ...fields }));
  return (
    <Section title={words.sound}>
      <SliderRow
        label={words.gain}
        value={clip.gainDb}
        min={-60}
        max={12}
        step={0.5}
        digits={1}
        unit="dB"
        onCommit={(gainDb) => edit((timeline, projectId) => timeline.setGain({ projectId, itemId, gainDb }))}
      />
      <Switch
        label={words.muted}
        checked={clip.muted}
        onChange={(muted) => edit((timeline, projectId) => timeline.setMuted({ projectId, itemId, muted }))}
      />
      {(isSoundTrack || track?.ducks === true) && track.role !== 'dialogue' && !clip.scratch ? (
        <>
          <Switch
            label={sound.ducks}
            checked={clip.ducks && track.ducks}
            disabled={!track.ducks}
            onChange={(ducks) => set({ ducks })}
          />
          <p className="text-sm text-faint">
            {track.ducks ? sound.ducksHint(formats.number(-duckDb)) : sound.trackLevel}
          </p>
          {isSoundTrack ? (
            <Switch label={sound.loops} checked={clip.loops} onChange={(loops) => set({ loops })} />
          ) : null}
          {clip.loops ? <p className="text-sm text-faint">{sound.loopsHint}</p> : null}
        </>
      ) : null}
      {clip.scratch ? <p className="text-sm text-faint">{sound.scratch}</p> : null}
    </Section>
  );
}
