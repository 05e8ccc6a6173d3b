/** How a film is encoded. */
export interface ExportPreset {
  /** x264 constant rate factor; lower is better and larger. */
  readonly crf: number;
  /** x264's preset. `veryfast` costs a third of `fast`, and at an equal rate factor a tenth more bytes. */
  readonly speed: 'superfast' | 'veryfast' | 'fast' | 'medium';
}

/** The presets a person may ask for, by name; `standard` is the usual one. */
export const exportPresets = {
  /** For looking at: small and quick. */
  draft: { crf: 26, speed: 'superfast' },
  /** For showing: differences to the source are hard to see. */
  standard: { crf: 18, speed: 'veryfast' },
  /** For keeping and editing on. */
  master: { crf: 12, speed: 'medium' },
} as const satisfies Record<string, ExportPreset>;

export type ExportPresetName = keyof typeof exportPresets;

export function isExportPreset(name: string): name is ExportPresetName {
  return Object.hasOwn(exportPresets, name);
}
