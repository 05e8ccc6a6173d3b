import type { ItemId, TransitionId } from '../../../../domain/kernel/ids.ts';
import type { DipsOf } from '../../../../domain/timeline/dips-between.ts';
import type { Placed } from '../../../../domain/timeline/queries.ts';
import type { Item } from '../../../../domain/timeline/records.ts';
import type { TimelineIndex } from '../../../../domain/timeline/timeline-index.ts';
import type { TimeScale } from '../geometry/time-scale.ts';
import type { TrackRow } from '../geometry/track-layout.ts';
import type { ClipMedia } from './clip-media.ts';
import type { CanvasColours } from './colours.ts';
import type { WordFitter } from './fit-words.ts';

/** As `StateDot` draws them. */
export type ClipMark = 'running' | 'waiting' | 'failed' | 'unknown';

/** What a clip says in its bar. */
export interface ClipLabel {
  /** "12B": what is kept longest when it gets narrow; `more` follows where there is room. */
  readonly name: string;
  readonly more: string;
  readonly linked: boolean;
  readonly outdated: boolean;
  /** What its shot is doing or waits for, where that is worth a sign. */
  readonly mark: ClipMark | null;
  /** Its medium has sound of its own. */
  readonly sounds: boolean;
}

/** Everything that one picture of the timeline is drawn from. */
export interface Picture {
  readonly index: TimelineIndex;
  readonly rows: readonly TrackRow[];
  readonly itemsOf: (row: TrackRow) => readonly Placed[];
  /** How a clip goes down for others; nothing where the film is too small for it to be seen. */
  readonly dipsOf: DipsOf;
  readonly scale: TimeScale;
  readonly scrollTopPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly selected: ReadonlySet<ItemId>;
  readonly transitionId: TransitionId | null;
  readonly hovered: ItemId | null;
  readonly inFlicks: number | null;
  readonly outFlicks: number | null;
  readonly endFlicks: number;
  readonly colours: CanvasColours;
  readonly media: ClipMedia;
  readonly words: WordFitter;
  readonly labelOf: (item: Item) => ClipLabel;
  readonly fonts: { readonly label: string; readonly mono: string };
}
