/**
 * The sequence in which rows shall stand: the fresh ones in their order, and each free row (put in or moved by hand)
 * right after the row that it stands after now. A free row with nothing before it comes first.
 *
 * @param now ids as they stand now, free rows among them.
 */
export function placeRows(
  fresh: readonly string[],
  now: readonly string[],
  free: ReadonlySet<string>,
): string[] {
  const present = new Set(fresh);
  const first: string[] = [];
  const followers = new Map<string, string[]>();
  let anchor: string | null = null;
  for (const id of now) {
    if (!free.has(id)) {
      if (present.has(id)) anchor = id;
      continue;
    }
    if (anchor === null) first.push(id);
    else followers.set(anchor, [...(followers.get(anchor) ?? []), id]);
  }
  const placed = [...first];
  for (const id of fresh) if (!free.has(id)) placed.push(id, ...(followers.get(id) ?? []));
  return placed;
}
