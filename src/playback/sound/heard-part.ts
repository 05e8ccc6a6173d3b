import { flicksPerSecond } from '../../domain/kernel/time.ts';
import type { SoundSamples } from '../screen/messages.ts';
import { gainPoints, type SoundPart } from './plan-sound.ts';

/** Beginning and end of what is heard: long enough not to click, too short to be heard as a fade. */
export const edgeSeconds = 0.006;

/** One part of a plan as the loudspeaker has it. */
export interface HeardPart {
  /** Lets the samples be heard from a time of the context on; what of that is past already is left out. */
  schedule(samples: SoundSamples, atContextTime: number): void;
  /** Fades out within some milliseconds, or is never heard. */
  end(): void;
}

export interface HeardPartSettings {
  readonly context: BaseAudioContext;
  readonly output: AudioNode;
  readonly part: SoundPart;
  readonly speed: number;
}

export function createHeardPart({ context, output, part, speed }: HeardPartSettings): HeardPart {
  let playing: { readonly source: AudioBufferSourceNode; readonly edge: GainNode } | null = null;
  let ended = false;
  return {
    schedule(samples, at) {
      const first = samples.channels[0];
      if (ended || first === undefined || first.length === 0) return;
      const lateSeconds = Math.max(0, context.currentTime - at);
      if (lateSeconds * speed >= (part.toFlicks - part.fromFlicks) / flicksPerSecond) return;
      const buffer = context.createBuffer(samples.channels.length, first.length, samples.sampleRate);
      for (const [i, channel] of samples.channels.entries()) buffer.copyToChannel(channel, i);
      const source = context.createBufferSource();
      source.buffer = buffer;
      source.playbackRate.value = speed;
      const gain = context.createGain();
      const edge = context.createGain();
      source.connect(gain).connect(edge).connect(output);
      const timeOf = (flicks: number): number => at + (flicks - part.fromFlicks) / flicksPerSecond / speed;
      gainPoints(part).forEach(({ atFlicks, gain: value }, i) => {
        if (i === 0) gain.gain.setValueAtTime(value, Math.max(0, at));
        else gain.gain.linearRampToValueAtTime(value, Math.max(0, timeOf(atFlicks)));
      });
      if (lateSeconds > 0) {
        edge.gain.setValueAtTime(0, context.currentTime);
        edge.gain.linearRampToValueAtTime(1, context.currentTime + edgeSeconds);
      }
      source.start(Math.max(context.currentTime, at), lateSeconds * speed);
      playing = { source, edge };
      source.onended = () => {
        playing = null;
        edge.disconnect();
      };
    },
    end() {
      ended = true;
      if (playing === null) return;
      const now = context.currentTime;
      playing.edge.gain.cancelScheduledValues(now);
      playing.edge.gain.setTargetAtTime(0, now, edgeSeconds / 3);
      playing.source.stop(now + edgeSeconds * 2);
    },
  };
}
