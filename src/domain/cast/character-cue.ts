/** A character line of a screenplay, taken apart. */
export interface CharacterCue {
  /** Without extensions and marks: "ELIAS" in "ELIAS (V.O.) (CONT'D) ^". */
  readonly name: string;
  /** The voice comes from outside the picture. */
  readonly offScreen: boolean;
}

const offScreenMark =
  /\b(?:v\.?\s?o\.?|o\.?\s?s\.?|o\.?\s?c\.?|off[- ]?screen|off[- ]?camera|voice[- ]?over|voice|radio|phone|telephone|intercom|filtered|pre-?lap|tv|television|recording)(?=$|[\s).,/])/i;
const voiceName = /\b(?:voice|voices|narrator|announcer|loudspeaker|intercom|radio|dispatcher|tannoy)\b/i;

/** UTF-16 units of a character line that are read. */
const longestCue = 300;

/** The name for a line that holds nothing but marks. */
const nobody = 'SOMEONE';

/** Reads a character line. Any text gives a name of 1 to 80 units. */
export function parseCharacterCue(text: string): CharacterCue {
  // Nobody's name is longer; and the brackets of a longer text are no extensions.
  let name = text
    .trimStart()
    .slice(0, longestCue)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^@/, '')
    .replace(/\s*\^$/, '');
  let offScreen = false;
  for (;;) {
    const match = /^(.*?)\s*\(([^()]*)\)?\s*$/.exec(name);
    if (match === null) break;
    if (offScreenMark.test(match[2] ?? '')) offScreen = true;
    name = match[1] ?? '';
  }
  name = name
    .replace(/^[\s:*_]+|[\s:*_]+$/g, '')
    .slice(0, 80)
    .trim();
  if (voiceName.test(name)) offScreen = true;
  return { name: name === '' ? nobody : name, offScreen };
}
