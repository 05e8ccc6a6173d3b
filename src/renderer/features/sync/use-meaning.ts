import type { ProjectSync } from '../../../domain/sync/sync-status.ts';
import { useSyncWords } from '../../words/sync-words.ts';
import { useFormats, useInterpret } from '../../words/use-words.ts';
import type { SyncLook } from './sync-look.ts';

/** The state in a sentence or two: what is safe, what it waits for, and why something is not sent. */
export function useMeaning(project: ProjectSync | null, look: SyncLook): string {
  const { means, again } = useSyncWords();
  const formats = useFormats();
  const interpret = useInterpret();
  if (project === null) return means.off;
  if (look === 'read-only') return means.readOnly;
  const { state } = project;
  switch (state.kind) {
    case 'up-to-date':
      return means['up-to-date'](formats.time(state.atMs));
    case 'offline':
      return means.offline(formats.time(state.sinceMs));
    case 'waiting': {
      const until = state.untilMs === null ? '' : ` ${again(formats.time(state.untilMs))}`;
      return `${interpret(state.message)}${until}`;
    }
    case 'refused':
      return interpret(state.message);
    default:
      return means[state.kind];
  }
}
