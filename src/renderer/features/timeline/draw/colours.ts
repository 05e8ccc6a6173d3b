/** Colours of the canvas, read from the tokens: a canvas takes no classes. */
export interface CanvasColours {
  readonly ground: string;
  readonly lane: string;
  readonly laneMain: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly ink: string;
  readonly muted: string;
  readonly faint: string;
  readonly clip: string;
  readonly clipBar: string;
  readonly sound: string;
  readonly soundInk: string;
  readonly title: string;
  readonly titleInk: string;
  readonly caption: string;
  readonly accent: string;
  readonly accentSoft: string;
  readonly accentInk: string;
  readonly bad: string;
  readonly badSoft: string;
  readonly black: string;
  readonly scrim: string;
  /** Over pictures and their veil, in both themes. */
  readonly onPicture: string;
}

export function readColours(element: Element): CanvasColours {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    ground: token('ground'),
    lane: token('panel'),
    laneMain: token('raised'),
    line: token('line'),
    lineStrong: token('line-strong'),
    ink: token('ink'),
    muted: token('muted'),
    faint: token('faint'),
    clip: token('pressed'),
    clipBar: token('hover'),
    sound: token('hover'),
    soundInk: token('faint'),
    title: token('info-soft'),
    titleInk: token('info'),
    caption: token('pressed'),
    accent: token('accent'),
    accentSoft: token('accent-soft'),
    accentInk: token('accent-text'),
    bad: token('bad'),
    badSoft: token('bad-soft'),
    black: 'oklch(0.08 0 0)',
    scrim: 'oklch(0 0 0 / 0.45)',
    onPicture: 'oklch(0.95 0 0)',
  };
}
