/** How a film is encoded. More presets are more rows. */
export interface ExportPreset {
  readonly name: string;
  readonly label: string;
  readonly container: 'mp4';
  readonly video: {
    readonly codec: 'h264';
    readonly profile: 'high';
    /** x264's constant rate factor: lower is better and larger; 18 cannot be told from the source by eye. */
    readonly crf: number;
    readonly speed: 'ultrafast' | 'superfast' | 'veryfast' | 'faster' | 'fast' | 'medium' | 'slow';
  };
  readonly audio: { readonly codec: 'aac'; readonly sampleRate: number; readonly channels: 1 | 2 };
}

const audio = { codec: 'aac', sampleRate: 48_000, channels: 2 } as const;

export const exportPresets = {
  'h264-high': {
    name: 'h264-high',
    label: 'H.264, high quality',
    container: 'mp4',
    video: { codec: 'h264', profile: 'high', crf: 18, speed: 'veryfast' },
    audio,
  },
  'h264-draft': {
    name: 'h264-draft',
    label: 'H.264, draft',
    container: 'mp4',
    video: { codec: 'h264', profile: 'high', crf: 26, speed: 'ultrafast' },
    audio,
  },
  'h264-master': {
    name: 'h264-master',
    label: 'H.264, master',
    container: 'mp4',
    video: { codec: 'h264', profile: 'high', crf: 14, speed: 'medium' },
    audio,
  },
} as const satisfies Record<string, ExportPreset>;

export type ExportPresetName = keyof typeof exportPresets;
export const defaultPreset: ExportPresetName = 'h264-high';

/** The preset of that name; null when there is none. */
export function findPreset(name: string): ExportPreset | null {
  return Object.hasOwn(exportPresets, name) ? exportPresets[name as ExportPresetName] : null;
}
