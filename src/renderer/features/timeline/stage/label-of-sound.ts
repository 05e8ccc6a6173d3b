import type { SoundOf } from '../../../../domain/timeline/records.ts';
import type { ProjectMirror } from '../../../state/project-mirror.ts';
import type { ShotIndex } from '../../../state/shot-index.ts';
import type { ClipLabel } from '../draw/picture.ts';
import type { LabelWords } from './label-words.ts';

/** What a clip of a sound of the story says: who speaks and what, or what the scene sounds like. */
export function labelOfSound(
  sound: SoundOf,
  isEmpty: boolean,
  mirror: ProjectMirror,
  shots: ShotIndex,
  { placedSound: words }: LabelWords,
): Pick<ClipLabel, 'name' | 'more' | 'linked' | 'outdated'> {
  const known = { linked: true, outdated: false };
  if (sound.what === 'speech') {
    const facts = shots.facts(sound.shotId);
    const line = facts?.speech.line ?? null;
    const outdated = facts?.speech.state === 'outdated';
    const text = isEmpty ? words.noTake : (line?.text ?? words.noLine);
    return { ...known, outdated, name: line?.speaker ?? words.line(facts?.number ?? '?'), more: text };
  }
  const scene = mirror.row('scene', sound.sceneId);
  if (sound.what === 'music') {
    return { ...known, name: words.music, more: isEmpty ? words.noTake : (scene?.musicPrompt ?? '') };
  }
  const effect = scene?.effects.find(({ id }) => id === sound.effectId);
  return { ...known, name: effect?.prompt ?? words.role.effects, more: isEmpty ? words.noTake : '' };
}
