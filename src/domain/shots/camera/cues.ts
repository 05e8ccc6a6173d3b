import type { CameraMove, ShotAngle, ShotSize } from '../shot.ts';

/** What words ask of the camera. The first cue that matches a sentence wins for each of its fields. */
export interface CameraCue {
  readonly words: RegExp;
  readonly moves?: readonly CameraMove[];
  readonly angle?: ShotAngle;
  readonly size?: ShotSize;
}

/** Moves and angles by meaning, strongest first. Where several moves are given the shot's own text picks one. */
export const moveCues: readonly CameraCue[] = [
  {
    words: /\bout of the (?:rain|fog|mist|white|dark|darkness|night|smoke|storm|sun|blue)\b/i,
    moves: ['push-in'],
    size: 'extreme-wide',
  },
  {
    words:
      /\b(?:hurr|rush|sprint|chas|scrambl|flee|fled|bolt(?:s|ed)\b|dash|race[sd]?\b|racing|gallop|runs?\b.*\b(?:down|up|after|from|to)\b|ran\b)/i,
    moves: ['handheld', 'track-right', 'track-left'],
    size: 'full',
  },
  { words: /\b(?:spiral|stairwell|staircase)\b/i, moves: ['crane-down'], angle: 'overhead', size: 'full' },
  {
    words:
      /\b(?:explo|crash|smash|shatter|fight|fought|struggl|wrestl|punch|stagger|lurch|shak|storm(?:s|ed) )/i,
    moves: ['handheld'],
  },
  { words: /\b(?:spin|spun|whirl|twirl|circl)/i, moves: ['push-in', 'pan-right'], angle: 'low' },
  {
    words: /\b(?:ris(?:e|es|ing)|rose|climb|soar|ascend|lift|take(?:s)? off|fly up|flew up)\w*/i,
    moves: ['tilt-up', 'crane-up'],
    angle: 'low',
  },
  {
    words: /\b(?:falls?|fell|drops?|dropped|descend|sinks?|sank|sunk|plunge|tumbl|collaps)\w*/i,
    moves: ['tilt-down', 'crane-down'],
    angle: 'high',
  },
  { words: /\b(?:hung|hangs?) down\b/i, moves: ['tilt-up'], angle: 'low' },
  {
    words: /\b(?:appear|emerg|reveal|com(?:e|es|ing) into view|draws? aside|unveil|open(?:s|ed) the)/i,
    moves: ['push-in'],
  },
  {
    words:
      /\b(?:cross(?:es|ed)?|pass(?:es|ed)?|sail|drift|drives?|drove|swam|swims?|walk|strid|strode|wander|march|glid|float|flow|travel|went down|goes down|went along|moves? (?:along|across))\w*/i,
    moves: ['track-right', 'track-left', 'pan-right', 'pan-left'],
  },
  {
    words:
      /\b(?:gone|empty|nobody|no one|alone|vanish|disappear|deserted|abandoned)\b|\bno (?:ship|boat|sign|trace|one)\b/i,
    moves: ['pull-out', 'crane-up'],
  },
  {
    words: /\b(?:drag|haul|pull|push|carr(?:y|ies|ied)|row(?:s|ed)?)\w*\b/i,
    moves: ['track-left', 'track-right'],
  },
  {
    words:
      /\b(?:turn(?:s|ed)? (?:its|once|around|about|her|his|slowly)|sweep|swept|scan|looks? (?:around|about|along)|from one end)\b/i,
    moves: ['pan-right', 'pan-left'],
  },
  {
    words:
      /\b(?:lean(?:s|ed)? (?:close|in|forward)|whisper|listen|stare|realis|realiz|recogni|remember|reads?\b|through (?:her|his|the) fingers)\w*/i,
    moves: ['push-in'],
  },
  {
    words:
      /\b(?:tower(?:s|ed|ing)|loom|great|giant|enormous|huge|overhead|above (?:him|her|them)|looks? up|highest|lighthouse)\b/i,
    moves: ['tilt-up', 'push-in'],
    angle: 'low',
  },
  {
    words:
      /\b(?:on the (?:floor|ground)|at (?:her|his|their) feet|looks? down|below|under the (?:table|floor|bed)|far below|down at)\b/i,
    angle: 'high',
  },
  {
    words: /\b(?:from above|seen from above|on the roof|rooftops|map)\b/i,
    moves: ['crane-up'],
    angle: 'high',
  },
  { words: /\b(?:dizz|drunk|wrong|nightmare|reel(?:s|ed|ing)|delirious)\w*/i, angle: 'dutch' },
  {
    words: /\b(?:far away|far off|in the distance|horizon|whole (?:valley|city|world|sea)|as far as)\b/i,
    moves: ['pan-right', 'pull-out'],
    size: 'extreme-wide',
  },
];

/** How near a person is filmed by what they do. */
export const actorSizeCues: readonly (readonly [RegExp, ShotSize])[] = [
  [
    /\b(?:hurr|rush|sprint|run|ran|walk|cross|climb|ride|rode|drive|swim|swam|dance|leav|enter|march|jump|flee|went (?:outside|out)|comes? (?:in|out)|play(?:s|ed) )/i,
    'full',
  ],
  [/\b(?:eyes?|tears?|blink|weep|wept|cries|sob)\b/i, 'extreme-close'],
  [
    /\b(?:covers? (?:her|his|their) (?:mouth|face|eyes)|face|swallow|smil|frown|wince|whisper|laugh|grin|star(?:e|es|ed|ing)\b|palm|fingers)/i,
    'close',
  ],
  [
    /\b(?:stop|freez|froze|listen|look|glanc|watch|nod|turn(?:s|ed)? (?:to|toward|away)|notice|realis|realiz|read|pause|wait|breath|sigh|lean|think|thought)\w*/i,
    'medium-close',
  ],
  [
    /\b(?:takes?|picks?|grabs?|grips?|holds?|unlocks?|opens?|folds?|trims?|pours?|writes?|strikes?|sets? (?:it|the)|puts? (?:the|on))\b/i,
    'medium-close',
  ],
  [/\b(?:drag|haul|carr|throw|push|pull|lift|dig|row)\w*/i, 'medium-wide'],
  [/\b(?:sit|sat|stand|stood|kneel|knelt|lie|lay)\w*/i, 'medium'],
];

/** What the crew's notes ask for: "[[Hold on her eyes]]". */
export const noteSizeCues: readonly (readonly [RegExp, ShotSize])[] = [
  [/\beyes?\b/i, 'extreme-close'],
  [/\b(?:close|face|tight|hands?)\b/i, 'close'],
  [/\b(?:wide|landscape|see everything)\b/i, 'wide'],
];
