import { type Box, stageOf } from '../../../../compositor/stage.ts';
import type { SizePx } from './fit-picture.ts';

/** Where titles and captions stay clear of the edge: the compositor's own areas, and the middle of the picture. */
export function SafeAreas({ shape }: { readonly shape: SizePx }) {
  const stage = stageOf(shape.widthPx, shape.heightPx);
  const rect = ({ left, top, right, bottom }: Box) => ({
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
  });
  const [middleX, middleY] = [stage.widthUnits / 2, stage.heightUnits / 2];
  const line = { fill: 'none', vectorEffect: 'non-scaling-stroke' } as const;
  return (
    <svg
      aria-hidden="true"
      data-theme="dark"
      viewBox={`0 0 ${stage.widthUnits} ${stage.heightUnits}`}
      className="pointer-events-none absolute inset-0 size-full stroke-(--ink) opacity-60 stroke-1"
    >
      <rect {...rect(stage.titleSafe)} {...line} />
      <rect {...rect(stage.captionSafe)} {...line} strokeDasharray="6 6" />
      <path d={`M${middleX - 30} ${middleY}h60M${middleX} ${middleY - 30}v60`} {...line} />
    </svg>
  );
}
