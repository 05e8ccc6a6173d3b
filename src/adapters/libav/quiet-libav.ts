import { AV_LOG_FATAL } from 'node-av/constants';
import { Log } from 'node-av/lib';

/** FFmpeg writes its complaints to stderr; ours come as faults. Only what ends the process is still printed. */
export function quietLibav(): void {
  Log.setLevel(AV_LOG_FATAL);
}
