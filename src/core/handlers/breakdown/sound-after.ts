import type { RecordsPatch } from '../../../domain/kernel/patch.ts';
import type { Project } from '../../../domain/project/project.ts';
import { followChosenSounds } from '../../../domain/timeline/commands/follow-sounds.ts';
import { assemblyOf, type ChangedRows } from '../../pipeline/assets-to-timeline/assemble-story.ts';
import { mayAssemble } from '../../pipeline/assets-to-timeline/may-assemble.ts';
import type { StudioParts } from '../../studio-parts.ts';

/**
 * What the timeline becomes when another sound is chosen: assembled anew where the studio may; where a person built it by
 * hand, the clips that are linked to the sound have the other file, and nothing else moves.
 */
export function soundAfter(
  { store, timelines }: Pick<StudioParts, 'store' | 'timelines'>,
  project: Project,
  changed: ChangedRows,
): RecordsPatch {
  if (mayAssemble(store, project.id)) return assemblyOf(store, project, changed);
  const { added } = changed;
  return followChosenSounds(timelines.of(project), changed, (takeId) => {
    if (takeId === added?.take.id) return added.asset;
    const take = store.row('take', takeId);
    return take === null ? null : store.row('asset', take.assetId);
  });
}
