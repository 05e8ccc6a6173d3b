import { z } from 'zod';
import { AssetId, ProjectId } from '../kernel/ids.ts';
import type { FrameRate } from '../kernel/time.ts';
import { aspectNames } from './frame-shape.ts';
import { ModelChoice } from './model-choice.ts';
import { Voice } from './voice.ts';

export const Aspect = z.enum(aspectNames);
export type Aspect = z.infer<typeof Aspect>;

export const SourceKind = z.enum(['fountain', 'final-draft', 'markdown', 'plain']);
export type SourceKind = z.infer<typeof SourceKind>;

export const Project = z.object({
  id: ProjectId,
  title: z.string(),
  sourceKind: SourceKind,
  /** File name (no folder) the text was last imported from. */
  sourceName: z.string(),
  /** Absolute path of that file on this device; how "the same story" is found again. */
  sourcePath: z.string().nullable(),
  /** The imported file itself, byte for byte, in the library. */
  sourceAssetId: AssetId.nullable(),
  aspect: Aspect,
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
  fpsNum: z.int().positive(),
  fpsDen: z.int().positive(),
  /** Name of the animatic's look and the base of every prompt's style. */
  style: z.string(),
  /** Digest of the text that the current breakdown was made from; null before the first. */
  breakdownDigest: z.string().nullable(),
  createdAtMs: z.int(),
  /** When it was put in the trash; null while it is not. */
  trashedAtMs: z.int().nullable(),
  /** The most that may ever be spent on it, USD micros; null while nobody set a limit. */
  budgetUsdMicros: z.int().nonnegative().nullable(),
  /** Words that every picture's prompt ends with: colours, film stock, painter; null for none. */
  palette: z.string().nullable().default(null),
  /** Lens and camera in words, in every prompt; null for those of the shots alone. */
  lensWords: z.string().nullable().default(null),
  /** What no picture should show, for models that take it. */
  negativePrompt: z.string().nullable().default(null),
  /** Every shot its own seed, or one for the whole film. */
  seedPolicy: z.enum(['per-shot', 'one']).default('per-shot'),
  /** The seed of `one`. */
  projectSeed: z.int().nonnegative().max(2_147_483_647).nullable().default(null),
  /** Who makes what, by the kind of generation; kinds that are not named are made by the provider's usual model. */
  modelChoices: z.record(z.string(), ModelChoice).default({}),
  narratorVoice: Voice.nullable().default(null),
  /** Pictures are reviewed and approved before video is paid for. */
  stillsFirst: z.boolean().default(true),
});
export type Project = z.infer<typeof Project>;

export function projectRate(project: Pick<Project, 'fpsNum' | 'fpsDen'>): FrameRate {
  return { num: project.fpsNum, den: project.fpsDen };
}
