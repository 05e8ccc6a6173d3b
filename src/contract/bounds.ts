import { z } from 'zod';
import { flicksPerSecond } from '../domain/kernel/time.ts';

/** No time or length that comes over the contract is longer than a day, so that sums of them stay exact. */
const longestFlicks = 24 * 3_600 * flicksPerSecond;

/** A time on the timeline or in a medium, flicks from its start. */
export const TimeFlicks = z.int().min(0).max(longestFlicks);
/** A time that a drag may also take to before the start. */
export const DragFlicks = z.int().min(-longestFlicks).max(longestFlicks);
/** How far something is moved: later when positive. */
export const ShiftFlicks = z.int().min(-longestFlicks).max(longestFlicks);
export const DurationFlicks = z.int().min(1).max(longestFlicks);

/** A name, a heading, a place: a line of text. */
export const ShortText = z.string().max(500);
/** A description, a synopsis, a title card. */
export const LongText = z.string().max(10_000);

/** Text with something to see in it. */
export function withWords<Text extends z.ZodString>(text: Text): Text {
  return text.regex(/\S/, 'at least one word');
}
