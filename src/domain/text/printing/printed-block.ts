import type { Block } from '../block.ts';

/** The part of a block that is printed. */
export type PrintedBlock = Pick<Block, 'kind' | 'text' | 'depth' | 'sceneNumber' | 'key' | 'dual' | 'forced'>;
