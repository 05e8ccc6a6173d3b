/** The list of hand-edited fields with `fields` in it: sorted, each once, so that equal edits give equal rows. */
export function markEdited(editedFields: readonly string[], fields: readonly string[]): string[] {
  return [...new Set([...editedFields, ...fields])].sort();
}
