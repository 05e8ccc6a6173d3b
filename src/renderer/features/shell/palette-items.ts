import { fuzzyScore } from './fuzzy-score.ts';

export type PaletteGroup = 'recent' | 'commands' | 'scenes' | 'shots' | 'projects' | 'texts';

/** Something that the palette finds and opens. */
export interface PaletteItem {
  /** Unique among all: "command app.write", "shot 01J…". */
  readonly key: string;
  readonly group: PaletteGroup;
  readonly title: string;
  /** Words that are searched as well, and not shown. */
  readonly also?: string;
  readonly shortcut: string | null;
  readonly run: () => void;
}

export type PaletteRow =
  | { readonly kind: 'heading'; readonly key: string; readonly group: PaletteGroup }
  | { readonly kind: 'item'; readonly key: string; readonly item: PaletteItem };

const order: readonly PaletteGroup[] = ['recent', 'commands', 'scenes', 'shots', 'projects', 'texts'];
/** Of one kind no more than these while something is typed: nobody reads further, and typing stays quick. */
const mostOfGroup = 50;
/** Words somewhere in a text stand after every name that fits. */
const textScore = -1_000;
/** Scenes and shots are many, and not what one looks for before typing. */
const shownWithoutWords: ReadonlySet<PaletteGroup> = new Set(['recent', 'commands', 'projects']);

/** The rows to show for what was typed: grouped, the best first, headings between. */
export function paletteRows(
  items: readonly PaletteItem[],
  words: string,
  recentKeys: readonly string[],
): readonly PaletteRow[] {
  const plain = words.trim();
  const membersOf = (group: PaletteGroup) => items.filter((item) => item.group === group);
  const groups = new Map<PaletteGroup, readonly PaletteItem[]>();
  let shown = order;
  if (plain !== '') {
    const found = order.map((group) => ({ group, scored: bestOf(membersOf(group), plain) }));
    for (const { group, scored } of found) {
      groups.set(
        group,
        scored.map(({ item }) => item),
      );
    }
    // What fits best stands first, whatever it is: Enter takes it.
    const best = ({ scored }: (typeof found)[number]): number => scored[0]?.score ?? Number.NEGATIVE_INFINITY;
    shown = found.toSorted((a, b) => best(b) - best(a)).map(({ group }) => group);
  } else {
    for (const group of shownWithoutWords) groups.set(group, membersOf(group));
    const recent = recentKeys.flatMap((key) => items.find((item) => item.key === key) ?? []);
    const isRecent = new Set(recent.map(({ key }) => key));
    groups.set('recent', recent);
    groups.set(
      'commands',
      (groups.get('commands') ?? []).filter(({ key }) => !isRecent.has(key)),
    );
  }
  return shown.flatMap((group): PaletteRow[] => {
    const members = groups.get(group) ?? [];
    if (members.length === 0) return [];
    return [
      { kind: 'heading', key: `heading ${group}`, group },
      ...members.map((item): PaletteRow => ({ kind: 'item', key: `${group} ${item.key}`, item })),
    ];
  });
}

interface Scored {
  readonly item: PaletteItem;
  readonly score: number;
}

function bestOf(items: readonly PaletteItem[], words: string): readonly Scored[] {
  return items
    .flatMap((item) => {
      // Texts were found by the studio; their excerpts need not hold the letters in this order.
      const score =
        item.group === 'texts' ? textScore : fuzzyScore(words, `${item.title} ${item.also ?? ''}`);
      return score === null ? [] : [{ item, score }];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, mostOfGroup);
}

/** The keys used last, newest first. */
export function withRecent(before: readonly string[], key: string): readonly string[] {
  return [key, ...before.filter((other) => other !== key)].slice(0, 6);
}
