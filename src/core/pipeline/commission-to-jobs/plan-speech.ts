import { isCurrentSpeech } from '../../../domain/assets/current-sound.ts';
import { type RequestVoice, speechRequest } from '../../../domain/jobs/build-sound-requests.ts';
import { ok } from '../../../domain/kernel/result.ts';
import { shotsInFilmOrder } from '../../../domain/shots/shot-numbers.ts';
import { spokenLine } from '../../../domain/shots/spoken-line.ts';
import { chosenSound } from './chosen-sound.ts';
import type { CommissionPlanner, PlannedRequest, RefusedLine } from './commission-plan.ts';
import { findMaker } from './find-maker.ts';
import { createSeeds } from './fresh-seed.ts';
import { voicesOfProject } from './voices-of-project.ts';

/**
 * The lines of shots, each in the voice that was chosen for its speaker, wherever that is from; without one, in a voice of the maker. A
 * chosen voice goes before the maker: it is what a person has said of who speaks.
 */
export const planSpeech: CommissionPlanner<'speech'> = async (context, order) => {
  const { store } = context;
  const { project, commission, maker: wish, again } = order;
  const wanted = commission.shotIds === null ? null : new Set(commission.shotIds);
  const voices = voicesOfProject(store, project);
  const chosenModel = wish?.model != null ? { provider: wish.provider, model: wish.model } : null;
  const model = chosenModel ?? project.modelChoices['speech'] ?? null;
  const seedOf = createSeeds(store, project.id, again);
  const maker = await findMaker(context, project, 'speech', wish);
  const requests: PlannedRequest[] = [];
  const refused: RefusedLine[] = [];
  for (const shot of shotsInFilmOrder(store.rows('scene', project.id), store.rows('shot', project.id))) {
    const line = wanted === null || wanted.has(shot.id) ? spokenLine(shot) : null;
    if (line === null) continue;
    const chosen = voices.chosen(line.speaker);
    const voice: RequestVoice | null = chosen ?? (maker.ok ? voices.cast(line.speaker, maker.value) : null);
    if (voice === null) {
      // Without a voice of its own it needs a maker; those that have one are spoken all the same.
      const problem = maker.ok ? '' : maker.fault.message;
      const { speaker, text } = line;
      refused.push({
        ...{ key: `speech ${shot.id}`, subject: { shotId: shot.id }, kind: 'speech' as const },
        ...{ speaker, words: text, problem },
      });
      continue;
    }
    const take = chosenSound(context, shot.chosenSpeechId);
    const extra = project.modelChoices['speech'];
    const isProjects = extra?.provider === voice.provider && extra.model === voice.model;
    requests.push({
      key: `speech ${shot.id}`,
      subject: { shotId: shot.id },
      request: speechRequest(
        line,
        isProjects ? { ...voice, extra: extra.extra } : voice,
        seedOf(shot.id, 'speech'),
      ),
      speaker: line.speaker,
      isMade: take !== null && isCurrentSpeech(take, line, chosen, model),
    });
  }
  if (requests.length === 0 && refused.length > 0 && !maker.ok) return maker;
  return ok({ requests, refused });
};
