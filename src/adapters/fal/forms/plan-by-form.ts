import type { GenerationRequest, PictureRequest } from '../../../domain/jobs/generation-request.ts';
import { isPictureRequest, wordsOfRequest } from '../../../domain/jobs/request-kinds.ts';
import type { AssetId } from '../../../domain/kernel/ids.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import { flicksToSeconds } from '../../../domain/kernel/time.ts';
import {
  type FalFile,
  type FalInput,
  type FalPlan,
  type FalValue,
  refused,
  wordsFault,
} from '../models/fal-model.ts';
import { aspectOf, shapeFault } from '../models/frame-aspect.ts';
import { problemOfInput } from './check-input.ts';
import { choicesOf, type FormSchema } from './form-schema.ts';

/** Names that models give to the same thing, the usual ones first. */
export const fieldNames = {
  words: ['prompt', 'text', 'gen_text', 'input'],
  instructions: ['system_prompt', 'system'],
  startFrame: ['start_image_url', 'first_frame_url', 'image_url', 'input_image_url'],
  endFrame: ['end_image_url', 'last_frame_url', 'tail_image_url'],
  references: ['image_urls', 'reference_image_urls', 'input_image_urls'],
  image: ['image_url', 'image'],
  video: ['video_url', 'video'],
  audio: ['audio_url', 'audio'],
  length: ['duration', 'duration_seconds', 'seconds_total', 'music_length_ms'],
  aspect: ['aspect_ratio'],
  voice: ['voice', 'voice_id'],
  pace: ['speed'],
  times: ['upscale_factor', 'scale', 'factor'],
  language: ['language', 'language_code'],
  mostTokens: ['max_tokens', 'max_output_tokens'],
} as const;

/** A model as the platform describes it. */
export interface FormModel {
  readonly id: string;
  readonly name: string;
  readonly form: FormSchema;
}

/** The model's own name of a field; null where it has none. */
export function fieldOf({ form }: Pick<FormModel, 'form'>, role: keyof typeof fieldNames): string | null {
  return fieldNames[role].find((name) => form.properties?.[name] !== undefined) ?? null;
}

/** Where a file of the library goes in an input that is still without addresses. */
interface Slot {
  readonly field: string;
  readonly assetIds: readonly AssetId[];
  readonly isList: boolean;
  readonly medium: FalFile['medium'];
}

/**
 * The plan for a model that no table has, by its input form: what the form has a usual name for is filled in, and the whole
 * is held against the form. What it demands beyond that is given by the person, or the request is refused.
 */
export function planByForm(model: FormModel, request: GenerationRequest): Result<FalPlan> {
  const words = wordsFields(model, request);
  if (!words.ok) return words;
  const slots = slotsOf(model, request);
  if (!slots.ok) return slots;
  const length = lengthOf(model, request);
  const shape = shapeFields(model, request);
  if (!shape.ok) return shape;
  const fields: FalInput = {
    ...words.value,
    ...shape.value,
    ...(length === null ? {} : { [length.field]: length.value }),
    ...settingsOf(model, request),
  };
  const seconds = length?.seconds ?? null;
  const { length: characters } = wordsOfRequest(request);
  return ok({
    endpoint: model.id,
    name: model.name,
    prices: [],
    work: seconds === null ? '1 result' : `${seconds} s`,
    amounts: {
      request: 1,
      image: 1,
      megapixel: isPictureRequest(request) ? Math.ceil((request.widthPx * request.heightPx) / 1_000_000) : 1,
      ...(seconds === null ? {} : { second: seconds, minute: seconds / 60 }),
      ...(characters === 0 ? {} : { character: characters }),
    },
    files: slots.value.flatMap(({ assetIds, medium }) => assetIds.map((assetId) => ({ assetId, medium }))),
    input: (addressOf) => ({
      ...fields,
      ...Object.fromEntries(
        slots.value.map(({ field, assetIds, isList }) => {
          const addresses = assetIds.map(addressOf);
          return [field, isList ? addresses : (addresses[0] ?? '')];
        }),
      ),
    }),
  });
}

/** Why a plan's input is not what its form takes; null when it is. Addresses of files are not looked at. */
export function formFault({ name, form }: Omit<FormModel, 'id'>, plan: FalPlan) {
  const problem = problemOfInput(
    form,
    plan.input(() => 'https://fal.media/files/a'),
  );
  if (problem === null) return null;
  return refused(
    `The field "${problem.field}" of ${name} is not as the model wants it: ${problem.words}. Nothing was sent. Correct it, or choose another model.`,
  );
}

function wordsFields(model: FormModel, request: GenerationRequest): Result<FalInput> {
  const field = fieldOf(model, 'words');
  const words = wordsOfRequest(request);
  if (field === null) return ok({});
  const { maxLength = null } = model.form.properties?.[field] ?? {};
  const needsWords = model.form.required?.includes(field) === true;
  if (words.trim() === '' && !needsWords) return ok({});
  const wrong = wordsFault({ name: model.name, promptLimit: maxLength }, words, isPictureRequest(request));
  if (wrong !== null) return wrong;
  if (request.kind !== 'reading') return ok({ [field]: words.trim() });
  const instructions = fieldOf(model, 'instructions');
  if (instructions === null) {
    return refused(
      `${model.name} cannot keep instructions and story apart. Nothing was sent. Choose another model.`,
    );
  }
  return ok({ [field]: words, [instructions]: request.instructions });
}

function slotsOf(model: FormModel, request: GenerationRequest): Result<readonly Slot[]> {
  switch (request.kind) {
    case 'still':
    case 'clip':
      return pictureSlots(model, request);
    case 'upscaled-still':
      return oneSlot(model, 'image', request.sourceAssetId, ['image']);
    case 'upscaled-clip':
      return oneSlot(model, 'video', request.sourceAssetId, ['video']);
    case 'transcript':
      return oneSlot(model, 'audio', request.sourceAssetId, ['audio', 'video']);
    default:
      return ok([]);
  }
}

function pictureSlots(model: FormModel, request: PictureRequest): Result<readonly Slot[]> {
  const { startFrameAssetId, endFrameAssetId, referenceAssetIds = [], sourceClipAssetId } = request;
  const slots: Slot[] = [];
  const put = (role: keyof typeof fieldNames, assetIds: readonly AssetId[]): boolean => {
    const field = fieldOf(model, role);
    if (field === null) return false;
    slots.push({ field, assetIds, isList: role === 'references', medium: ['image'] });
    return true;
  };
  if (sourceClipAssetId !== undefined) {
    return refused(`${model.name} carries no clip on. Nothing was sent. Choose another model.`);
  }
  if (request.kind === 'clip' && startFrameAssetId !== null) put('startFrame', [startFrameAssetId]);
  if (endFrameAssetId !== undefined && !put('endFrame', [endFrameAssetId])) {
    return refused(
      `${model.name} takes no last picture. Nothing was sent. Take it away or choose another model.`,
    );
  }
  if (referenceAssetIds.length > 0) {
    const several = fieldOf(model, 'references') !== null;
    const fits = several || (referenceAssetIds.length === 1 && fieldOf(model, 'image') !== null);
    if (!fits) {
      return refused(
        `${model.name} looks at no reference pictures. Nothing was sent. Choose another model, or take the references away.`,
      );
    }
    put(several ? 'references' : 'image', referenceAssetIds);
  }
  return ok(slots);
}

function oneSlot(
  model: FormModel,
  role: 'image' | 'video' | 'audio',
  assetId: AssetId,
  medium: FalFile['medium'],
): Result<readonly Slot[]> {
  const field = fieldOf(model, role);
  if (field !== null) return ok([{ field, assetIds: [assetId], isList: false, medium }]);
  return refused(`${model.name} takes no file of this kind. Nothing was sent. Choose another model.`);
}

/** The shortest length of the form's list that covers what is asked for, or its longest; a number within its limits. */
export function lengthOf(
  model: Pick<FormModel, 'form'>,
  request: GenerationRequest,
): { readonly field: string; readonly value: FalValue; readonly seconds: number } | null {
  if (request.kind !== 'clip' && request.kind !== 'music' && request.kind !== 'effect') return null;
  const field = fieldOf(model, 'length');
  if (field === null) return null;
  const form = model.form.properties?.[field];
  const perSecond = field.endsWith('_ms') ? 1_000 : 1;
  const wanted = flicksToSeconds(request.durationFlicks);
  const choices = choicesOf(form)
    .map((value) => ({ value, seconds: Number.parseFloat(String(value)) / perSecond }))
    .filter(({ seconds }) => Number.isFinite(seconds))
    .toSorted((a, b) => a.seconds - b.seconds);
  const chosen = choices.find(({ seconds }) => seconds >= wanted - 0.001) ?? choices.at(-1);
  if (chosen !== undefined) return { field, ...chosen };
  const { minimum = 0, maximum = Number.POSITIVE_INFINITY, type } = form ?? {};
  const value = Math.min(maximum, Math.max(minimum, Math.ceil(wanted * perSecond)));
  return { field, value: type === 'string' ? String(value) : value, seconds: value / perSecond };
}

function shapeFields(model: FormModel, request: GenerationRequest): Result<FalInput> {
  if (!isPictureRequest(request)) return ok({});
  const { widthPx: width, heightPx: height } = request;
  const { image_size: size } = model.form.properties ?? {};
  const takesNumbers = (size?.anyOf ?? [size]).some((one) => one?.properties?.['width'] !== undefined);
  if (takesNumbers) return ok({ image_size: { width, height } });
  const field = fieldOf(model, 'aspect');
  const choices = field === null ? [] : choicesOf(model.form.properties?.[field]).map(String);
  if (field === null || choices.length === 0) return ok({});
  const aspect = aspectOf(request);
  if (aspect !== null && choices.includes(aspect)) return ok({ [field]: aspect });
  if (request.kind === 'clip' && choices.includes('auto')) return ok({ [field]: 'auto' });
  return shapeFault(model.name, request, choices);
}

/** Numbers and names that the form has a field for. One result is asked for: more would be paid for and not fetched. */
function settingsOf(model: FormModel, request: GenerationRequest): FalInput {
  const { properties = {} } = model.form;
  const named = (role: keyof typeof fieldNames, value: FalValue): FalInput => {
    const field = fieldOf(model, role);
    return field === null ? {} : { [field]: value };
  };
  const own = (name: string, value: FalValue): FalInput =>
    properties[name] === undefined ? {} : { [name]: value };
  const base: FalInput = { ...own('seed', request.seed), ...own('num_images', 1) };
  switch (request.kind) {
    case 'still':
    case 'clip':
      return {
        ...base,
        ...(request.negativePrompt === null ? {} : own('negative_prompt', request.negativePrompt)),
      };
    case 'speech':
      return {
        ...base,
        ...(request.voice === null ? {} : named('voice', request.voice)),
        ...(request.speed === 1 ? {} : named('pace', request.speed)),
      };
    case 'upscaled-still':
    case 'upscaled-clip':
      return { ...base, ...named('times', request.factor) };
    case 'transcript':
      return { ...base, ...(request.language === null ? {} : named('language', request.language)) };
    case 'reading':
      return { ...base, ...named('mostTokens', request.maxOutputTokens) };
    default:
      return base;
  }
}
