import type { SceneId } from '../../../../domain/kernel/ids.ts';

/** After which scene one is moved that is dropped beside another (null: to the beginning); null where it stays where it is. */
export function sceneBefore(
  order: readonly SceneId[],
  moved: SceneId,
  target: SceneId,
  side: 'before' | 'after',
): { readonly afterSceneId: SceneId | null } | null {
  const rest = order.filter((id) => id !== moved);
  const at = rest.indexOf(target);
  if (at === -1) return null;
  const afterSceneId = rest[side === 'before' ? at - 1 : at] ?? null;
  const now = order[order.indexOf(moved) - 1] ?? null;
  return afterSceneId === now ? null : { afterSceneId };
}
