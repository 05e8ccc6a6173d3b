import type { Block, BlockKind } from '../block.ts';

type KindFields = Pick<Block, 'kind' | 'depth' | 'sceneNumber' | 'key' | 'dual' | 'forced'>;

const speechKinds: ReadonlySet<BlockKind> = new Set(['character', 'parenthetical', 'dialogue', 'lyric']);

/** Kinds that stand in a speech, under a name. */
export function isSpeech(kind: BlockKind): boolean {
  return speechKinds.has(kind);
}

/** What a block says beside its words once it is of `kind`: what the kind has no use for is at rest. */
export function fieldsOfKind(kind: BlockKind, before: Partial<KindFields> = {}): KindFields {
  const outline = kind === 'section' || kind === 'chapter';
  return {
    kind,
    depth: outline ? Math.max(1, before.depth ?? 1) : 0,
    sceneNumber: kind === 'heading' ? (before.sceneNumber ?? null) : null,
    key: kind === 'title-page' ? (before.key ?? 'Title') : null,
    dual: isSpeech(kind) ? (before.dual ?? null) : null,
    // Whether a mark is needed to say the kind is found out when the text is printed.
    forced: false,
  };
}
