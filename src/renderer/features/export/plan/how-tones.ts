import type { Segment } from './strip-path.ts';

/** The tone of each way, the same in the strip and in the list below it. Quiet on purpose: neither way is an error. */
export const howTones: Readonly<Record<Segment['how'], { readonly fill: string; readonly box: string }>> = {
  direct: { fill: 'fill-line-strong', box: 'bg-line-strong' },
  composite: { fill: 'fill-info/55', box: 'bg-info/55' },
  black: { fill: 'fill-black', box: 'bg-black border border-line' },
};
