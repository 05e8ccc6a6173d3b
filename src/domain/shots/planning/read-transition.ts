import type { TransitionOut } from '../shot.ts';

const meanings: readonly (readonly [RegExp, TransitionOut])[] = [
  [/\b(?:fade|burn|flash|wash|dip) (?:out )?to white\b|\bwhite ?out\b/i, 'fade-to-white'],
  [
    /\bfade(?:s)? (?:out|to)\b|\b(?:cut|smash|dip|snap)s?(?: \w+)? to black\b|\bblack ?out\b|\bto black\b/i,
    'fade-to-black',
  ],
  [/\b(?:dissolve|cross-?fade|cross fade|morph|ripple|mix)\b/i, 'dissolve'],
  [/\bcut\b|\b\w+ to:?\s*$/i, 'cut'],
];

/** How a written transition leaves the shot before it; null for one that only opens ("FADE IN:"). */
export function readTransition(text: string): TransitionOut | null {
  if (/\bfade in\b/i.test(text)) return null;
  return meanings.find(([words]) => words.test(text))?.[1] ?? 'cut';
}
