import type { CaptionItem } from './records.ts';

export interface CaptionText {
  /** Lines separated by `\n`. */
  readonly text: string;
  readonly speaker: string | null;
}

/**
 * The words of captions that are on screen together, in time order; null for none. Two voices at once each begin with
 * a dash, as subtitles do, and lose their own line breaks so that the block stays short.
 */
export function joinCaptions(captions: readonly Pick<CaptionItem, 'text' | 'speaker'>[]): CaptionText | null {
  const shown = captions.filter((caption) => caption.text.trim() !== '');
  const [only, ...more] = shown;
  if (only === undefined) return null;
  if (more.length === 0) return { text: only.text, speaker: only.speaker };
  const speakers = new Set(shown.map((caption) => caption.speaker));
  if (speakers.size === 1)
    return { text: shown.map((caption) => caption.text).join('\n'), speaker: only.speaker };
  return {
    text: shown.map((caption) => `- ${caption.text.replace(/\s*\n\s*/g, ' ')}`).join('\n'),
    speaker: null,
  };
}
