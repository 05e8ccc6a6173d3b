import {
  AVCOL_PRI_BT470BG,
  AVCOL_PRI_BT709,
  AVCOL_PRI_BT2020,
  AVCOL_PRI_SMPTE170M,
  AVCOL_PRI_SMPTE240M,
  AVCOL_PRI_SMPTE431,
  AVCOL_PRI_SMPTE432,
  AVCOL_PRI_UNSPECIFIED,
  AVCOL_RANGE_JPEG,
  AVCOL_RANGE_MPEG,
  AVCOL_SPC_BT470BG,
  AVCOL_SPC_BT709,
  AVCOL_SPC_BT2020_NCL,
  AVCOL_SPC_RGB,
  AVCOL_SPC_SMPTE170M,
  AVCOL_SPC_SMPTE240M,
  AVCOL_SPC_UNSPECIFIED,
  AVCOL_TRC_ARIB_STD_B67,
  AVCOL_TRC_BT709,
  AVCOL_TRC_BT2020_10,
  AVCOL_TRC_GAMMA22,
  AVCOL_TRC_GAMMA28,
  AVCOL_TRC_IEC61966_2_1,
  AVCOL_TRC_LINEAR,
  AVCOL_TRC_SMPTE170M,
  AVCOL_TRC_SMPTE2084,
  AVCOL_TRC_UNSPECIFIED,
} from 'node-av/constants';
import type { CodecParameters } from 'node-av/lib';
import type { VideoFacts } from '../../domain/assets/asset.ts';

const primaries = new Map<number, string | null>([
  [AVCOL_PRI_UNSPECIFIED, null],
  [AVCOL_PRI_BT709, 'bt709'],
  [AVCOL_PRI_BT470BG, 'bt470bg'],
  [AVCOL_PRI_SMPTE170M, 'smpte170m'],
  [AVCOL_PRI_SMPTE240M, 'smpte240m'],
  [AVCOL_PRI_BT2020, 'bt2020'],
  [AVCOL_PRI_SMPTE431, 'smpte431'],
  [AVCOL_PRI_SMPTE432, 'smpte432'],
]);
const transfers = new Map<number, string | null>([
  [AVCOL_TRC_UNSPECIFIED, null],
  [AVCOL_TRC_BT709, 'bt709'],
  [AVCOL_TRC_GAMMA22, 'bt470m'],
  [AVCOL_TRC_GAMMA28, 'bt470bg'],
  [AVCOL_TRC_SMPTE170M, 'smpte170m'],
  [AVCOL_TRC_LINEAR, 'linear'],
  [AVCOL_TRC_IEC61966_2_1, 'iec61966-2-1'],
  [AVCOL_TRC_BT2020_10, 'bt2020-10'],
  [AVCOL_TRC_SMPTE2084, 'smpte2084'],
  [AVCOL_TRC_ARIB_STD_B67, 'arib-std-b67'],
]);
const matrices = new Map<number, string | null>([
  [AVCOL_SPC_RGB, 'gbr'],
  [AVCOL_SPC_UNSPECIFIED, null],
  [AVCOL_SPC_BT709, 'bt709'],
  [AVCOL_SPC_BT470BG, 'bt470bg'],
  [AVCOL_SPC_SMPTE170M, 'smpte170m'],
  [AVCOL_SPC_SMPTE240M, 'smpte240m'],
  [AVCOL_SPC_BT2020_NCL, 'bt2020nc'],
]);
const ranges = new Map<number, string>([
  [AVCOL_RANGE_MPEG, 'tv'],
  [AVCOL_RANGE_JPEG, 'pc'],
]);

/** The stream's colour tags by FFmpeg's names; a value without a name of its own here keeps its number (ITU-T H.273). */
export function colourTagsOf(parameters: CodecParameters): VideoFacts['colour'] {
  const name = (names: ReadonlyMap<number, string | null>, value: number): string | null =>
    names.has(value) ? (names.get(value) ?? null) : String(value);
  return {
    primaries: name(primaries, parameters.colorPrimaries),
    transfer: name(transfers, parameters.colorTrc),
    matrix: name(matrices, parameters.colorSpace),
    range: ranges.get(parameters.colorRange) ?? null,
  };
}
