import type { PictureRequest } from '../../../domain/jobs/generation-request.ts';
import { createRandom, hashText } from '../random.ts';
import type { StagePlan } from '../reading/stage-plan.ts';
import { createTune } from './tune.ts';
import type { Voice } from './voice.ts';
import {
  createGulls,
  createHum,
  createMurmur,
  createRain,
  createStatic,
  createSurf,
  createWind,
} from './voices.ts';

const byWater = new Set(['coast', 'sea', 'harbour']);

/** Which sounds a shot has, and how loud. Levels are chosen for about −32 LUFS together. */
export function voicesFor(request: PictureRequest, plan: StagePlan, sampleRate: number): readonly Voice[] {
  const { brief } = request;
  const seed = hashText(
    `sound|${request.seed}|${brief.sceneNumber}|${brief.shotNumber}|${brief.description}`,
  );
  const random = createRandom('sound', seed);
  const voices: Voice[] = [];
  const outside = plan.inside ? 0.25 : 1;
  if (plan.inside)
    voices.push(
      createHum(seed, sampleRate, plan.place === 'radio-room' || plan.place === 'lamp-room' ? 0.03 : 0.024),
    );
  const windy =
    plan.weather.has('wind') ||
    plan.weather.has('storm') ||
    plan.place === 'mountain' ||
    plan.place === 'desert' ||
    plan.place === 'rooftop';
  voices.push(createWind(seed ^ 0x51, sampleRate, (windy ? 0.055 : 0.03) * outside, windy));
  const water =
    byWater.has(plan.place) || plan.place === 'lamp-room' || plan.flooded || plan.place === 'river';
  if (water)
    voices.push(createSurf(seed ^ 0x77, sampleRate, 0.068 * outside, plan.place === 'river' || plan.flooded));
  if (plan.weather.has('rain') || plan.weather.has('storm'))
    voices.push(createRain(seed ^ 0x99, sampleRate, 0.035 * outside));
  if (
    plan.things.includes('gulls') ||
    plan.hero === 'gulls' ||
    (byWater.has(plan.place) && plan.hour !== 'night')
  ) {
    voices.push(createGulls(random, sampleRate, 0.055 * outside));
  }
  if (
    plan.things.includes('radio') ||
    plan.hero === 'radio' ||
    /radio|static/i.test(`${brief.dialogue?.speaker ?? ''} ${brief.dialogue?.parenthetical ?? ''}`)
  ) {
    voices.push(createStatic(seed ^ 0x1f, sampleRate, 0.02));
  }
  if (plan.crowd > 0)
    for (let i = 0; i < 3; i++) voices.push(createMurmur(seed + i * 77, sampleRate, 0.03, 95 + i * 55, 0.5));
  if (
    plan.people.some((person) => person.posture === 'play') &&
    (plan.things.includes('horn') || plan.hero === 'horn')
  ) {
    voices.push(createTune(createRandom('tune', brief.sceneNumber), sampleRate, 0.045));
  }
  const dialogue = brief.dialogue;
  if (dialogue !== null && dialogue.text.trim() !== '') {
    const pitch = 95 + (hashText(dialogue.speaker.toLowerCase()) % 110);
    voices.push(
      createMurmur(
        hashText(dialogue.text),
        sampleRate,
        /quiet|whisper|soft/i.test(dialogue.parenthetical ?? '') ? 0.046 : 0.066,
        pitch,
        0.2,
      ),
    );
  }
  return voices;
}
