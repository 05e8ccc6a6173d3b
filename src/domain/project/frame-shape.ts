/** Picture aspects a project may have, width : height. */
export const aspects = {
  '16:9': [16, 9],
  '9:16': [9, 16],
  '1:1': [1, 1],
  '21:9': [21, 9],
  '4:5': [4, 5],
} as const;
export const aspectNames = ['16:9', '9:16', '1:1', '21:9', '4:5'] as const satisfies (keyof typeof aspects)[];

/** Frame size in pixels for an aspect and a height; both even, as 4:2:0 video needs. */
export function frameSize(
  aspect: keyof typeof aspects,
  heightPx: number,
): { widthPx: number; heightPx: number } {
  const [width, height] = aspects[aspect];
  const even = (n: number): number => Math.max(2, Math.round(n / 2) * 2);
  return { widthPx: even((heightPx * width) / height), heightPx: even(heightPx) };
}
