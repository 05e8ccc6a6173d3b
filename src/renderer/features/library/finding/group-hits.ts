import type { SearchHit } from '../../../../contract/projects/search-hit.ts';
import type { ProjectId } from '../../../../domain/kernel/ids.ts';

export interface HitGroup {
  readonly projectId: ProjectId;
  readonly title: string;
  /** Those inside it; a hit in the title is the group's own heading. */
  readonly hits: readonly SearchHit[];
  readonly inTitle: SearchHit | null;
}

/** Hits by project, in the order in which the first of each was found. */
export function groupHits(hits: readonly SearchHit[]): readonly HitGroup[] {
  const groups = new Map<ProjectId, SearchHit[]>();
  for (const hit of hits) {
    const group = groups.get(hit.projectId) ?? [];
    group.push(hit);
    groups.set(hit.projectId, group);
  }
  return [...groups].map(([projectId, all]) => ({
    projectId,
    title: all[0]?.projectTitle ?? '',
    hits: all.filter(({ entity }) => entity !== 'project'),
    inTitle: all.find(({ entity }) => entity === 'project') ?? null,
  }));
}

export interface ExcerptPart {
  readonly text: string;
  readonly marked: boolean;
  readonly at: number;
}

/** An excerpt cut at the ends of its matches. */
export function partsOf({
  excerpt,
  matches,
}: Pick<SearchHit, 'excerpt' | 'matches'>): readonly ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  let at = 0;
  for (const { start, end } of matches) {
    if (start < at || end > excerpt.length) continue;
    if (start > at) parts.push({ text: excerpt.slice(at, start), marked: false, at });
    parts.push({ text: excerpt.slice(start, end), marked: true, at: start });
    at = end;
  }
  if (at < excerpt.length) parts.push({ text: excerpt.slice(at), marked: false, at });
  return parts;
}
