import { isCurrentSpeech } from '../../domain/assets/current-sound.ts';
import type { Take } from '../../domain/assets/take.ts';
import type { CastMember } from '../../domain/cast/cast-member.ts';
import type { GenerationRequest } from '../../domain/jobs/generation-request.ts';
import type { Job } from '../../domain/jobs/job.ts';
import { isOpen } from '../../domain/jobs/transitions.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Voice } from '../../domain/project/voice.ts';
import type { Shot } from '../../domain/shots/shot.ts';
import { isNarrator, type SpokenLine, spokenLine } from '../../domain/shots/spoken-line.ts';

/** `none`: nothing is said. `outdated`: the chosen take says other words, or says them in another voice than is chosen now. */
export type SpeechState = 'none' | 'missing' | 'current' | 'outdated' | 'making' | 'failed';

/** The spoken line of a shot: what is to be said, and how far its takes have come. */
export interface ShotSpeech {
  readonly line: SpokenLine | null;
  /** Who was chosen to speak it; null where nobody chose. */
  readonly voice: Voice | null;
  readonly chosen: Take | null;
  /** Newest first. */
  readonly takes: readonly Take[];
  readonly state: SpeechState;
  /** The job that `making` and `failed` speak of. */
  readonly job: Job | null;
}

export interface SpeechSource {
  readonly project: Pick<Project, 'narratorVoice' | 'modelChoices'>;
  readonly cast: readonly CastMember[];
  readonly requestOf: (take: Take) => GenerationRequest | null;
}

/** The voice that a person chose for a speaker; null where nobody did. */
export function voiceOf(
  speaker: string,
  { project, cast }: Pick<SpeechSource, 'project' | 'cast'>,
): Voice | null {
  const name = speaker.toLowerCase();
  const own = cast.find((member) => member.name.toLowerCase() === name)?.voice ?? null;
  return own ?? (isNarrator(speaker) ? project.narratorVoice : null);
}

/** `takes` and `jobs` are those of the shot, of any kind. */
export function speechOf(
  shot: Shot,
  takes: Iterable<Take>,
  jobs: readonly Job[],
  source: SpeechSource,
): ShotSpeech {
  const line = spokenLine(shot);
  const spoken = [...takes]
    .filter(({ kind }) => kind === 'speech')
    .sort((a, b) => b.createdAtMs - a.createdAtMs || (a.id < b.id ? -1 : 1));
  const chosen = spoken.find(({ id }) => id === shot.chosenSpeechId) ?? null;
  const voice = line === null ? null : voiceOf(line.speaker, source);
  const last = jobs
    .filter(({ request }) => request.kind === 'speech')
    .reduce<Job | null>((a, b) => (a !== null && a.createdAtMs > b.createdAtMs ? a : b), null);
  const known = { line, voice, chosen, takes: spoken };
  if (last !== null && isOpen(last)) return { ...known, state: 'making', job: last };
  if (line === null) return { ...known, state: 'none', job: null };
  const isCurrent =
    chosen !== null &&
    isCurrentSpeech(
      { take: chosen, request: source.requestOf(chosen) },
      line,
      voice,
      source.project.modelChoices['speech'] ?? null,
    );
  if (isCurrent) return { ...known, state: 'current', job: null };
  if (last !== null && (last.state === 'failed' || last.state === 'unknown' || last.state === 'expired'))
    return { ...known, state: 'failed', job: last };
  return { ...known, state: chosen === null ? 'missing' : 'outdated', job: null };
}

/** What was known before where nothing of it has changed, so that nothing is drawn again. */
export function sameSpeech(before: ShotSpeech | undefined, now: ShotSpeech): ShotSpeech {
  if (before === undefined) return now;
  const isSame =
    before.state === now.state &&
    before.job === now.job &&
    before.chosen === now.chosen &&
    before.takes.length === now.takes.length &&
    before.takes.every((take, i) => take === now.takes[i]) &&
    JSON.stringify([before.line, before.voice]) === JSON.stringify([now.line, now.voice]);
  return isSame ? before : now;
}
