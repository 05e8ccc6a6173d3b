import type { ProbedMedia } from '../../adapters/libav/probe-media.ts';
import type { ExportPlan } from '../../domain/export/export-plan.ts';
import { FaultError } from '../../domain/kernel/result.ts';
import { frameFlicks, framesToFlicks } from '../../domain/kernel/time.ts';

/**
 * Compares a film that was just written with what it should be: streams, size, rate, length within one frame, number
 * of pictures, colour tags. (That its first and last picture decode is checked by probing.) Throws `export.bad-file`.
 */
export function checkFilm({ facts, mime }: ProbedMedia, plan: ExportPlan): void {
  const { video, audio } = facts;
  const wanted = framesToFlicks(plan.frames, plan.rate);
  const wrong: string[] = [];
  const expect = (what: string, found: unknown, asked: unknown): void => {
    if (found !== asked) wrong.push(`${what} is ${found} instead of ${asked}`);
  };
  expect('kind', mime, 'video/mp4');
  expect('video', video?.codec, 'h264');
  expect('width', video?.widthPx, plan.widthPx);
  expect('height', video?.heightPx, plan.heightPx);
  expect('number of pictures', video?.frames, plan.frames);
  // A film of one picture has no rate that could be read back.
  if (plan.frames > 1) {
    const rate = video === null ? 0 : video.fpsNum / video.fpsDen;
    if (Math.abs(rate * plan.rate.den - plan.rate.num) > 0.001 * plan.rate.num)
      wrong.push(`rate is ${rate} instead of ${plan.rate.num / plan.rate.den}`);
  }
  for (const tag of ['primaries', 'transfer', 'matrix'] as const) expect(tag, video?.colour[tag], 'bt709');
  expect('range', video?.colour.range, 'tv');
  expect('sound', audio?.codec, 'aac');
  expect('sample rate', audio?.sampleRate, 48_000);
  expect('channels', audio?.channels, 2);
  if (Math.abs(facts.durationFlicks - wanted) > frameFlicks(plan.rate))
    wrong.push(`length is ${facts.durationFlicks} flicks instead of ${wanted}`);
  if (wrong.length === 0) return;
  throw new FaultError({
    code: 'export.bad-file',
    message: `The film was written but is not what was asked for (${wrong.join('; ')}). It was removed, and the file that was there before is untouched; please report this.`,
    detail: { path: plan.path, wrong },
  });
}
