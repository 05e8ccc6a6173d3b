/** The fields of a fresh row that the stored one takes over: all but its identity and what a person edited. */
export function takeOver<R extends { readonly editedFields: readonly string[] }>(
  stored: R,
  fresh: R,
  kept: readonly (keyof R)[],
): Partial<R> {
  const next: Partial<R> = {};
  const skip = new Set<PropertyKey>([
    'id',
    'projectId',
    'order',
    'editedFields',
    ...kept,
    ...stored.editedFields,
  ]);
  for (const field of Object.keys(fresh) as (keyof R)[]) {
    if (!skip.has(field)) next[field] = fresh[field];
  }
  return next;
}
