import { AssetId, ItemId } from '../../src/domain/kernel/ids.ts';
import type { Layer, PictureLayer, TitleLayer } from '../../src/domain/timeline/frame-plan.ts';
import type { PictureName } from './pictures.ts';

export interface ParityFrame {
  readonly name: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly captions: boolean;
  readonly layers: readonly Layer[];
}

const itemId = ItemId.parse('item');

/** Ids of the pictures of these frames: their names, spelled as asset ids. */
export const assetIdOf = (name: string): AssetId =>
  AssetId.parse(
    Array.from(name, (letter) => letter.charCodeAt(0).toString(16))
      .join('')
      .padEnd(64, '0'),
  );
/** Pictures that are shown as if their file said that they must be turned. */
export const turned = { 'landscape 90': 90, 'exact 180': 180, 'portrait 270': 270 } as const;
export type TurnedName = keyof typeof turned;

const picture = (
  name: PictureName | TurnedName | 'gone',
  fit: 'fit' | 'fill' = 'fill',
  opacity = 1,
): PictureLayer => ({
  kind: 'picture',
  itemId,
  assetId: assetIdOf(name),
  shotId: null,
  sourceFlicks: 0,
  fit,
  opacity,
  onBlack: true,
});
const untaken: PictureLayer = { ...picture('gone'), assetId: null };
const colour = (level: 0 | 255, opacity: number): Layer => ({
  kind: 'colour',
  rgb: [level, level, level],
  opacity,
});
const title = (style: TitleLayer['style'], text: string, opacity = 1): Layer => ({
  kind: 'title',
  itemId,
  style,
  text,
  opacity,
});
const caption = (text: string, speaker: string | null = null): Layer => ({
  kind: 'caption',
  text,
  speaker,
  opacity: 1,
});

const long =
  'Harbour, harbour, this is Santa Rita. We have fog at the outer buoy. We can’t see our own bow, and the engine is dying.';
const credits =
  'The Last Signal\n\nWritten by: A. Author\nDirected by: B. Director\nMusic: Someone Else\n\nWith thanks to the keepers';

const wide = { widthPx: 1280, heightPx: 720, captions: true };
const upright = { widthPx: 720, heightPx: 1280, captions: true };
const square = { widthPx: 720, heightPx: 720, captions: true };
const scope = { widthPx: 1680, heightPx: 720, captions: true };
const preview = { widthPx: 534, heightPx: 300, captions: true };

/** The thirty frames that Chromium and Node must agree on. */
export const parityFrames: readonly ParityFrame[] = [
  { name: 'unscaled picture', ...wide, layers: [picture('exact')] },
  { name: 'shrunk picture', ...wide, layers: [picture('landscape')] },
  { name: 'grown picture', ...wide, layers: [picture('small')] },
  { name: 'upright picture, fit', ...wide, layers: [picture('portrait', 'fit')] },
  { name: 'upright picture, fill', ...wide, layers: [picture('portrait', 'fill')] },
  { name: 'scope picture, fit', ...wide, layers: [picture('wide', 'fit')] },
  { name: 'picture turned by 90°', ...upright, layers: [picture('landscape 90')] },
  { name: 'picture turned by 180°', ...wide, layers: [picture('exact 180')] },
  { name: 'picture turned by 270°, fit', ...square, layers: [picture('portrait 270', 'fit')] },
  { name: 'dissolve at 1/24', ...wide, layers: [picture('landscape'), picture('bright', 'fill', 0.5 / 12)] },
  { name: 'dissolve at 1/2', ...wide, layers: [picture('exact'), picture('landscape', 'fill', 0.5)] },
  {
    name: 'dissolve of barred pictures',
    ...wide,
    layers: [picture('portrait', 'fit'), picture('square', 'fit', 0.8)],
  },
  { name: 'fade to black', ...wide, layers: [picture('landscape'), colour(0, 0.7)] },
  { name: 'fade to white', ...wide, layers: [picture('landscape'), colour(255, 0.35)] },
  { name: 'title', ...wide, layers: [title('title', 'The Last Signal\nwritten by Reelwright')] },
  {
    name: 'title in capitals over a bright picture',
    ...wide,
    layers: [picture('bright'), title('title', 'THE PAPER BOAT\nA film in three chapters', 0.6)],
  },
  { name: 'chapter', ...wide, layers: [title('chapter', 'Chapter One\nIn which a boat is made of paper')] },
  {
    name: 'lower third',
    ...wide,
    layers: [picture('landscape'), title('lower-third', 'Inês Carvalho\nHarbour radio operator')],
  },
  { name: 'credits', ...wide, layers: [title('credits', credits)] },
  { name: 'caption of one line', ...wide, layers: [picture('bright'), caption('Where were you?')] },
  {
    name: 'caption of two lines with a speaker',
    ...wide,
    layers: [
      picture('landscape'),
      caption('FISHERMAN: I followed the worst trumpet\nin the world, and I would do it again.', 'Fisherman'),
    ],
  },
  { name: 'caption of three lines', ...wide, layers: [picture('landscape'), caption(long)] },
  { name: 'two voices', ...wide, layers: [picture('exact'), caption('- Did you hear that?\n- Hear what?')] },
  {
    name: 'caption in Greek, Cyrillic and Vietnamese',
    ...wide,
    layers: [picture('exact'), caption('Πού ήσουν; Где ты был? Bạn đã ở đâu? Ďábel — œuvre ﬁn')],
  },
  { name: 'missing medium', ...wide, layers: [picture('gone')] },
  {
    name: 'upright title',
    ...upright,
    layers: [title('title', 'The Extraordinarily Long and Winding Title\nby Nobody')],
  },
  {
    name: 'upright caption',
    ...upright,
    layers: [picture('portrait'), caption(`SANTA RITA: ${long}`, 'Santa Rita')],
  },
  { name: 'square, no take, caption', ...square, layers: [untaken, caption('We had a boat.')] },
  {
    name: 'scope with lower third',
    ...scope,
    layers: [picture('wide'), title('lower-third', 'Ines\nKeeper')],
  },
  { name: 'small preview of a caption', ...preview, layers: [picture('landscape'), caption(long)] },
];
