import type { Block, BlockContent } from '../block.ts';
import { matchBlocks } from './match-blocks.ts';

export interface MergedReading {
  /** What the project shall say, for {@link reconcileBlocks}. */
  readonly reading: readonly BlockContent[];
  /** Blocks that were changed here and in the file, in two ways; both versions are in the reading. */
  readonly conflicts: number;
}

/** Words that the file has for a block that says something else here, so that neither is lost. */
export const fromFileMark = 'From the file: ';

/**
 * Brings a changed file and a text that was edited meanwhile together, block by block, by what the file said when it
 * was last read (`base`). What only one side changed, put in or took out is taken from that side; what both changed keeps
 * the words written here and has the file's right behind it as a note, which is seen and never filmed.
 */
export function mergeReadings(
  base: readonly BlockContent[],
  stored: readonly Block[],
  file: readonly BlockContent[],
): MergedReading {
  const storedOfBase = pairs(base, stored);
  const fileOfBase = pairs(base, file);
  const baseOfFile = invert(fileOfBase);
  const reading: BlockContent[] = [];
  const taken = new Set<number>();
  let conflicts = 0;

  const addOwnAfter = (at: number): void => {
    // What was put in here stays behind the block that it stands behind.
    for (let next = at + 1; next < stored.length; next++) {
      const block = stored[next];
      if (block === undefined || taken.has(next) || storedOfBase.isPaired(next)) return;
      taken.add(next);
      reading.push(asContent(block));
    }
  };

  addOwnAfter(-1);
  file.forEach((content, at) => {
    const baseAt = baseOfFile.get(at);
    const before = baseAt === undefined ? undefined : base[baseAt];
    if (baseAt === undefined || before === undefined) {
      reading.push(content);
      return;
    }
    const storedAt = storedOfBase.of(baseAt);
    const own = storedAt === undefined ? undefined : stored[storedAt];
    const fileChanged = !saysSame(before, content);
    if (own === undefined || storedAt === undefined) {
      // Deleted here: it stays so, unless the file has new words for it.
      if (fileChanged) reading.push(content);
      return;
    }
    taken.add(storedAt);
    const ownChanged = !saysSame(before, own);
    if (!ownChanged) reading.push(content);
    else {
      reading.push({ ...asContent(own), sourceStart: content.sourceStart, sourceEnd: content.sourceEnd });
      if (fileChanged && !saysSame(own, content)) {
        conflicts++;
        reading.push(noteOf(content));
      }
    }
    addOwnAfter(storedAt);
  });
  // Blocks that the file dropped and that were edited here: their words stay.
  stored.forEach((block, at) => {
    if (taken.has(at)) return;
    const baseAt = storedOfBase.baseOf(at);
    const before = baseAt === undefined ? undefined : base[baseAt];
    if (before === undefined || !saysSame(before, block)) reading.push(asContent(block));
  });
  return { reading, conflicts };
}

interface Pairs {
  of(baseAt: number): number | undefined;
  baseOf(at: number): number | undefined;
  isPaired(at: number): boolean;
  readonly byBase: ReadonlyMap<number, number>;
}

function pairs(
  base: readonly BlockContent[],
  other: readonly Pick<BlockContent, 'kind' | 'text' | 'key'>[],
): Pairs {
  const byBase = new Map<number, number>();
  const byOther = new Map<number, number>();
  matchBlocks(base, other).forEach((match, at) => {
    if (match.how === 'new') return;
    byBase.set(match.oldAt, at);
    byOther.set(at, match.oldAt);
  });
  return {
    of: (baseAt) => byBase.get(baseAt),
    baseOf: (at) => byOther.get(at),
    isPaired: (at) => byOther.has(at),
    byBase,
  };
}

function invert({ byBase }: Pairs): ReadonlyMap<number, number> {
  return new Map([...byBase].map(([baseAt, at]) => [at, baseAt]));
}

function saysSame(
  a: Pick<BlockContent, 'kind' | 'text' | 'key'>,
  b: Pick<BlockContent, 'kind' | 'text' | 'key'>,
): boolean {
  return a.kind === b.kind && a.text === b.text && a.key === b.key;
}

function asContent({ kind, text, depth, sceneNumber, key, dual, forced }: Block): BlockContent {
  return { kind, text, depth, sceneNumber, key, dual, forced, sourceStart: 0, sourceEnd: 0 };
}

function noteOf(content: BlockContent): BlockContent {
  const words = content.text.replaceAll('[[', '').replaceAll(']]', '');
  return {
    ...content,
    kind: 'note',
    text: `${fromFileMark}${words}`,
    depth: 0,
    sceneNumber: null,
    key: null,
    dual: null,
    forced: false,
  };
}
