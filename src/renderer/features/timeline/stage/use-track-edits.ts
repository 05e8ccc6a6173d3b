import { useMemo } from 'react';
import type { TrackId } from '../../../../domain/kernel/ids.ts';
import { tracksInOrder } from '../../../../domain/timeline/queries.ts';
import type { Track } from '../../../../domain/timeline/records.ts';
import { useEdit } from '../../../actions/use-edit.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useWords } from '../../../words/use-words.ts';
import { useCut } from '../cut-context.ts';

export interface TrackEdits {
  add(kind: Exclude<Track['kind'], 'main'>): void;
  rename(trackId: TrackId, name: string): Promise<unknown>;
  /** Above another one on the screen. */
  move(trackId: TrackId, aboveTrackId: TrackId | null): void;
  moveBelow(trackId: TrackId, belowTrackId: TrackId): void;
  set(track: Track, flags: { readonly muted?: boolean; readonly hidden?: boolean }): void;
  setSound(trackId: TrackId, sound: Partial<Pick<Track, 'role' | 'ducks'>>): void;
  remove(trackId: TrackId): void;
}

export function useTrackEdits(): TrackEdits {
  const { projectId } = useProject();
  const { client } = useStudio();
  const { live } = useCut();
  const words = useWords('timeline');
  const edit = useEdit();
  return useMemo(() => {
    const move = (trackId: TrackId, aboveTrackId: TrackId | null): void =>
      void edit(() => client.timeline.moveTrack({ projectId, trackId, aboveTrackId }));
    return {
      add(kind) {
        const count = tracksInOrder(live.index()).filter((track) => track.kind === kind).length;
        const name = words.newTrackName(words.trackKind[kind], count + 1);
        void edit(() => client.timeline.addTrack({ projectId, kind, name }));
      },
      rename: (trackId, name) => edit(() => client.timeline.renameTrack({ projectId, trackId, name })),
      move,
      moveBelow(trackId, belowTrackId) {
        const tracks = tracksInOrder(live.index()).filter(({ id }) => id !== trackId);
        const place = tracks.findIndex(({ id }) => id === belowTrackId);
        move(trackId, tracks[place - 1]?.id ?? null);
      },
      set({ id: trackId, muted, hidden }, flags) {
        void edit(() => client.timeline.setTrack({ projectId, trackId, muted, hidden, ...flags }));
      },
      setSound: (trackId, sound) =>
        void edit(() => client.timeline.setTrackSound({ projectId, trackId, ...sound })),
      remove: (trackId) => void edit(() => client.timeline.deleteTrack({ projectId, trackId })),
    };
  }, [projectId, client, live, words, edit]);
}
