import { speechRequest } from '../../../domain/jobs/build-sound-requests.ts';
import { fail, ok } from '../../../domain/kernel/result.ts';
import { isNarrator, type SpokenLine, spokenLine } from '../../../domain/shots/spoken-line.ts';
import type { CommissionPlanner } from './commission-plan.ts';
import { createSeeds } from './fresh-seed.ts';

/** About as much as tells one voice from another. */
const mostCharacters = 140;

/** What somebody says who has no line yet. */
const stockLine = 'The tide turns at nine, and I will be there before it does';

/** A voice with the first line of whom it is for. The same voice and line are one request, so it is paid for once. */
export const planVoiceSample: CommissionPlanner<'voice-sample'> = async ({ store }, order) => {
  const { project, commission, again } = order;
  const { castId, voice } = commission;
  const member = castId === null ? null : store.row('cast', castId);
  if (castId !== null && member?.projectId !== project.id) {
    return fail('cast.not-found', 'That character is not in this project any more. Nothing was changed.');
  }
  const isTheirs = ({ speaker }: SpokenLine): boolean =>
    member === null ? isNarrator(speaker) : speaker.toLowerCase() === member.name.toLowerCase();
  const own = store
    .rows('shot', project.id)
    .map(spokenLine)
    .find((line) => line !== null && isTheirs(line));
  const line = { speaker: member?.name ?? '', text: shorten(own?.text ?? stockLine), delivery: null };
  const subject = castId === null ? {} : { castId };
  const seed = createSeeds(store, project.id, again)(castId ?? project.id, 'speech');
  const request = speechRequest(line, voice, seed);
  return ok({
    requests: [{ key: 'voice-sample', subject, request, speaker: line.speaker, isMade: false }],
    refused: [],
  });
};

/** The beginning, up to the end of a sentence or else of a word. */
function shorten(text: string): string {
  if (text.length <= mostCharacters) return text;
  const start = text.slice(0, mostCharacters);
  const end = Math.max(start.lastIndexOf('. '), start.lastIndexOf('? '), start.lastIndexOf('! ')) + 1;
  return end > 20 ? start.slice(0, end) : start.slice(0, Math.max(start.lastIndexOf(' '), 20));
}
