export interface CharacterCue {
  /** The name alone: "MARA". */
  readonly name: string;
  /** What stands in brackets after it, without brackets, in order: ["V.O.", "CONT'D"]. */
  readonly extensions: readonly string[];
  /** Heard but not seen: V.O., O.S., O.C., or words such as "on phone" and "over radio". */
  readonly offScreen: boolean;
  /** The cue repeats after a break: CONT'D, CONTINUED, MORE. */
  readonly continued: boolean;
}

const offScreenWords =
  /^(?:v\.?\s?o\.?|o\.?\s?s\.?|o\.?\s?c\.?|off|off[- ]?(?:screen|camera)|voice[- ]?over|voice only|filtered|pre-?lap|(?:on|over|through|from) (?:the |a )?(?:phone|telephone|radio|intercom|speaker|loudspeaker|tannoy|tv|television|headset|walkie|pa))\b/i;

/** Splits the text of a character block, `MARA (V.O.) (CONT'D) ^`, into name and extensions. Linear; never throws. */
export function splitCue(text: string): CharacterCue {
  let line = text.trim();
  if (line.startsWith('@')) line = line.slice(1);
  if (line.endsWith('^')) line = line.slice(0, -1).trimEnd();
  const extensions: string[] = [];
  for (;;) {
    if (!line.endsWith(')')) break;
    const open = line.lastIndexOf('(');
    if (open < 1) break;
    extensions.push(line.slice(open + 1, -1).trim());
    line = line.slice(0, open).trimEnd();
  }
  extensions.reverse();
  return {
    name: line.trim(),
    extensions,
    offScreen: extensions.some((extension) => offScreenWords.test(extension)),
    continued: extensions.some((extension) => /^(?:cont(?:['’.]?d|inued|inuing)?\.?|more)$/i.test(extension)),
  };
}
