import { openVideoWriter } from '../../adapters/libav/open-video-writer.ts';
import { mixSampleRate } from '../../adapters/libav/stereo-resampler.ts';
import { registerFonts } from '../../adapters/skia/register-fonts.ts';
import { fontFiles } from '../../compositor/fonts.ts';
import type { ExportPlan, RenderProgress, RenderReport } from '../../domain/export/export-plan.ts';
import { framesToFlicks } from '../../domain/kernel/time.ts';
import { describeFrame } from '../../domain/timeline/frame-plan.ts';
import { indexTimeline } from '../../domain/timeline/timeline-index.ts';
import { createFrameMaker } from './make-frame.ts';
import { createSoundMixer } from './mix-sound.ts';

/** Frames between two progress messages, and the length of a stretch of sound. */
const stretchFrames = 8;

/**
 * Renders a whole film into `plan.path`. While a frame is encoded on the encoder's threads, the next one is decoded
 * and drawn. Aborting removes the file. Throws FaultError.
 */
export async function renderFilm(
  plan: ExportPlan,
  signal: AbortSignal,
  onProgress: (progress: RenderProgress) => void,
): Promise<RenderReport> {
  const { rate, frames: framesTotal } = plan;
  const index = indexTimeline(plan.timeline, rate);
  registerFonts(fontFiles);
  const writer = await openVideoWriter({
    path: plan.path,
    widthPx: plan.widthPx,
    heightPx: plan.heightPx,
    rate,
    audio: { sampleRate: mixSampleRate, channels: 2 },
    crf: plan.preset.crf,
    preset: plan.preset.speed,
  });
  const maker = createFrameMaker(plan, writer);
  const mixer = createSoundMixer(index, plan);
  try {
    for (let frame = 0; frame < framesTotal; frame++) {
      signal.throwIfAborted();
      if (frame % stretchFrames === 0) {
        onProgress({ framesDone: frame, framesTotal });
        const until = Math.min(framesTotal, frame + stretchFrames);
        await writer.writeAudio(await mixer.mix(framesToFlicks(frame, rate), framesToFlicks(until, rate)));
      }
      await maker.write(describeFrame(index, framesToFlicks(frame, rate)));
    }
    await writer.finish();
    onProgress({ framesDone: framesTotal, framesTotal });
    return maker.report();
  } catch (thrown) {
    await writer.abort();
    throw thrown;
  } finally {
    await maker.close();
    await mixer.close();
  }
}
