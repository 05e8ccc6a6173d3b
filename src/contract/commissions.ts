import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { GenerationKind } from '../domain/jobs/generation-request.ts';
import { ModelVoice } from '../domain/jobs/model-facts.ts';
import { AssetId, CastId, ItemId, ProjectId, SceneId, ShotId, TakeId } from '../domain/kernel/ids.ts';
import { Voice } from '../domain/project/voice.ts';
import { Activity } from './activities.ts';
import { row } from './base.ts';
import { DurationFlicks, LongText, TimeFlicks, withWords } from './bounds.ts';
import { GenerationProgress } from './jobs.ts';

const Shots = z.array(ShotId).max(100_000).nullable();
const Scenes = z.array(SceneId).max(100_000).nullable();

const Prompt = withWords(LongText);
/** Where a model's clip is longer than its place: shown as far as the place goes, or whole, and the film becomes longer. */
const PartFit = z.enum(['keep', 'grow']).default('keep');

/** Generation that a person asks for beside the run of stills and clips. A list that is null means all of the project. */
export const Commission = z.discriminatedUnion('what', [
  /** The lines of shots, spoken. */
  z.object({ what: z.literal('speech'), shotIds: Shots }),
  /** Music under scenes. */
  z.object({ what: z.literal('music'), sceneIds: Scenes }),
  /** The sounds that scenes name; `effectIds` only these of them. */
  z.object({
    what: z.literal('effects'),
    sceneIds: Scenes,
    effectIds: z.array(z.string().max(200)).max(10_000).nullable().default(null),
  }),
  /** What is said in a clip of the timeline, as captions over it; `language` null lets the model hear which it is. */
  z.object({
    what: z.literal('transcribe'),
    itemId: ItemId,
    language: z.string().min(2).max(35).nullable(),
  }),
  /** Stills and clips with more pixels, shown in place of those they are made from. */
  z.object({
    what: z.literal('upscale'),
    takeIds: z.array(TakeId).min(1).max(1_000),
    factor: z.int().min(2).max(8),
  }),
  /** A take once more in other words; its shot keeps its own. `sameSeed` begins with the same noise. */
  z.object({
    what: z.literal('reword'),
    takeId: TakeId,
    prompt: Prompt,
    negativePrompt: LongText.nullable(),
    sameSeed: z.boolean(),
  }),
  /** A clip of the timeline carried on from the last picture that it shows; the new clip comes right behind it. */
  z.object({ what: z.literal('extend'), itemId: ItemId, byFlicks: DurationFlicks, prompt: Prompt }),
  /** A part of a clip made anew, in times of its medium, and put in the part's place. */
  z.object({
    what: z.literal('retake'),
    itemId: ItemId,
    fromFlicks: TimeFlicks,
    toFlicks: TimeFlicks,
    prompt: Prompt,
    fit: PartFit,
  }),
  /** A clip for a gap, from the last picture before it to the first one after it. */
  z.object({ what: z.literal('fill-gap'), itemId: ItemId, prompt: Prompt, fit: PartFit }),
  /** A voice to listen to, with a line of somebody of the cast, or of the narrator: null. */
  z.object({ what: z.literal('voice-sample'), castId: CastId.nullable(), voice: Voice }),
]);
export type Commission = z.infer<typeof Commission>;

/** Who makes it; `model` null takes the usual one. */
export const CommissionMaker = z.object({
  provider: z.string().min(1).max(100),
  model: z.string().min(1).max(500).nullable(),
});
export type CommissionMaker = z.infer<typeof CommissionMaker>;

/** One request of a commission. */
export const CommissionLine = z.object({
  /** The same for the same line of a project, as long as its row is there. */
  key: z.string(),
  shotId: ShotId.nullable(),
  sceneId: SceneId.nullable(),
  takeId: TakeId.nullable(),
  assetId: AssetId.nullable(),
  kind: GenerationKind,
  provider: z.string(),
  model: z.string(),
  /** What is spoken, or what it should sound or look like. */
  words: z.string(),
  /** Who speaks: the name in the script, and the model's own name of the voice. */
  speaker: z.string().nullable(),
  voice: z.string().nullable(),
  durationFlicks: z.int().nullable(),
  /**
   * `made`: a current take is there, or one was paid for before. `under-way`: it is being made. `ended`: an equal request was refused, may
   * have been billed, or lost its file since: no run sends it, and `problem` says what to do.
   */
  state: z.enum(['to-make', 'made', 'under-way', 'ended']),
  /** 0 where nothing more is to pay; null where it could not be priced: then `problem` says why, and it is not sent. */
  costUsdMicros: z.int().nullable(),
  basis: z.string().nullable(),
  /** When the price was read from the provider; null for one of our own table. */
  pricedAtMs: z.int().nullable(),
  problem: z.string().nullable(),
});
export type CommissionLine = z.infer<typeof CommissionLine>;

export const CommissionEstimate = z.object({
  lines: z.array(CommissionLine),
  toMake: z.int(),
  /** What is there already, or on its way, and costs nothing more. */
  made: z.int(),
  /** Lines without a price, those that ended badly before among them; they are in no sum and are not sent. */
  unpriced: z.int(),
  costUsdMicros: z.int(),
  /** When the oldest of the prices was read from the provider; null where all are of our own table. */
  pricedAtMs: z.int().nullable(),
});
export type CommissionEstimate = z.infer<typeof CommissionEstimate>;

/** A model that speaks, with its voices. */
export const VoiceModel = z.object({
  provider: z.string(),
  model: z.string(),
  name: z.string(),
  /** False while its provider needs a key and has none that can be used. */
  ready: z.boolean(),
  /** The one that its provider is asked for until somebody chooses. */
  usual: z.boolean(),
  /** Empty where none are known: then a voice is named by its id. */
  voices: z.array(ModelVoice),
  /** Whether a voice can be made to speak faster or slower; null where that is not known. */
  setsPace: z.boolean().nullable(),
});
export type VoiceModel = z.infer<typeof VoiceModel>;

const ask = {
  projectId: ProjectId,
  commission: Commission,
  /** null: the project's choice for the kind, else the first provider that is ready and makes it. */
  maker: CommissionMaker.nullable().default(null),
  /** Another take with another seed, although a current one is there. */
  again: z.boolean().default(false),
};
/** The most that this commission may cost; null leaves it to the project's budget. */
const maxCostUsdMicros = z.int().nonnegative().nullable();

export const commissions = {
  /** Everybody who can speak, by model; free of charge. */
  voices: row.output(z.array(VoiceModel)),
  /** What `start` would ask for now, line by line, with prices. Sends nothing that costs. */
  estimate: row.input(z.object(ask)).output(CommissionEstimate),
  /**
   * Has it made as an activity that the studio keeps running by itself. An equal request is never paid twice. `money.no-cap`
   * where it costs and neither the project nor the commission has a limit; `money.cap-reached` where it costs more than its own.
   */
  start: row.input(z.object({ ...ask, maxCostUsdMicros })).output(Activity),
  /** The same while the caller waits. */
  run: row
    .input(z.object({ ...ask, maxCostUsdMicros }))
    .output(eventIterator(GenerationProgress, GenerationProgress)),
};
