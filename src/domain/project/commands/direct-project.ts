import { z } from 'zod';
import { patchOf, type RecordsPatch, updateChange } from '../../kernel/patch.ts';
import { Project } from '../project.ts';

/** What a person may say of how the whole film looks and is made. */
export const ProjectDirection = z
  .object({
    palette: Project.shape.palette.unwrap(),
    lensWords: Project.shape.lensWords.unwrap(),
    negativePrompt: Project.shape.negativePrompt.unwrap(),
    seedPolicy: Project.shape.seedPolicy.unwrap(),
    projectSeed: Project.shape.projectSeed.unwrap(),
    stillsFirst: Project.shape.stillsFirst.unwrap(),
    narratorVoice: Project.shape.narratorVoice.unwrap(),
  })
  .partial();
export type ProjectDirection = z.infer<typeof ProjectDirection>;

/** Sets how the film is directed. Words of nothing but spaces are none. Takes of paid models become stale by what is in their prompts. */
export function directProject(project: Project, direction: ProjectDirection): RecordsPatch {
  const said = Object.entries(direction).flatMap(([field, value]) =>
    value === undefined ? [] : [[field, typeof value === 'string' && value.trim() === '' ? null : value]],
  );
  return patchOf([updateChange<Project>('project', project, Object.fromEntries(said))]);
}
