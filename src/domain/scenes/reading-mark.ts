import { deriveId } from '../kernel/derive-id.ts';
import type { SourceBlock } from './not-filmed.ts';
import type { Scene } from './scene.ts';

const prefix = 'reading:';

/** What `editedFields` of a cast member holds whose description a language model wrote. */
export const readCastMark = 'reading';

/**
 * What `editedFields` of a scene holds while its shots are those of a language model: a digest of the words that it read.
 * Once a word of the scene is another one, the mark says nothing any more, and the rules break the scene down again.
 */
export function readingMarkOf(
  blockIds: readonly string[],
  blocks: ReadonlyMap<string, Pick<SourceBlock, 'kind' | 'text'>>,
): string {
  const words = blockIds.flatMap((id) => {
    const block = blocks.get(id);
    return block === undefined ? [] : [block.kind, block.text];
  });
  return `${prefix}${deriveId(...words)}`;
}

/** The marks without that of a reading. */
export function withoutReadingMark(editedFields: readonly string[]): string[] {
  return editedFields.filter((field) => !field.startsWith(prefix));
}

/** Whether the scene is as a language model read it, in the words that it has now. */
export function isAsRead(
  scene: Pick<Scene, 'blockIds' | 'editedFields'>,
  blocks: ReadonlyMap<string, Pick<SourceBlock, 'kind' | 'text'>>,
): boolean {
  const mark = scene.editedFields.find((field) => field.startsWith(prefix));
  return mark !== undefined && mark === readingMarkOf(scene.blockIds, blocks);
}

/** What a reading says of a scene. */
export const readSceneFields = [
  'setting',
  'place',
  'timeOfDay',
  'mood',
  'synopsis',
] as const satisfies readonly (keyof Scene)[];
