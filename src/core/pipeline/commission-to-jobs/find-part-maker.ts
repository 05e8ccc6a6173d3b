import { clipLengthFor, longestClipSeconds } from '../../../domain/jobs/clip-length.ts';
import type { ModelFacts } from '../../../domain/jobs/model-facts.ts';
import { fail, ok, type Result } from '../../../domain/kernel/result.ts';
import { flicksToSeconds } from '../../../domain/kernel/time.ts';
import { extraOf } from '../../../domain/project/extra-of.ts';
import type { Project } from '../../../domain/project/project.ts';
import type { CommissionContext, CommissionOrder } from './commission-plan.ts';
import { findMaker, type Maker } from './find-maker.ts';

export interface PartMaker {
  readonly provider: string;
  readonly model: string;
  readonly extra?: ReturnType<typeof extraOf>;
  /** How long a clip it makes for what was wanted. */
  readonly clipFlicks: number;
}

export interface PartNeed {
  /** The model has to end with a given picture. */
  readonly endFrame: boolean;
  readonly wantedFlicks: number;
}

/**
 * Who makes a stretch of film between given pictures: the maker of clips, with its chosen model where that can, else with that of its models whose
 * length comes nearest. The animatic draws shots and cannot carry a picture on. `provider.kind-not-made` says what nobody can.
 */
export async function findPartMaker(
  context: CommissionContext,
  project: Project,
  wish: CommissionOrder['maker'],
  need: PartNeed,
): Promise<Result<PartMaker>> {
  const found = await findPaidMaker(context, project, wish);
  if (!found.ok) return found;
  const { generator, model, facts } = found.value;
  const { provider } = generator;
  const others = wish?.model == null ? (generator.models?.() ?? []) : [];
  const own = { id: model, facts, clipFlicks: lengthBy(facts, need) };
  const candidates = [
    own,
    ...others
      .filter(({ kind, gone, id }) => kind === 'clip' && !gone && id !== model)
      .map((each) => ({ id: each.id, facts: each, clipFlicks: lengthBy(each, need) })),
  ];
  const able = candidates.flatMap(({ id, clipFlicks }) => (clipFlicks === null ? [] : [{ id, clipFlicks }]));
  const chosen =
    able.find(({ id }) => id === model) ?? able.toSorted((a, b) => a.clipFlicks - b.clipFlicks)[0];
  if (chosen === undefined) return fail('provider.kind-not-made', reasonOf(found.value, candidates, need));
  const extra = extraOf(project, 'clip', provider, chosen.id);
  return ok({
    provider,
    model: chosen.id,
    clipFlicks: chosen.clipFlicks,
    ...(extra === undefined ? {} : { extra }),
  });
}

/** The maker of clips, but for a free one that nobody named: it draws from a shot's fields. */
async function findPaidMaker(
  context: CommissionContext,
  project: Project,
  wish: CommissionOrder['maker'],
): Promise<Result<Maker>> {
  const found = await findMaker(context, project, 'clip', wish);
  if (!found.ok || !found.value.generator.free || wish !== null) return found;
  const others = { ...context, generators: context.generators.filter(({ free }) => !free) };
  return findMaker(others, { ...project, modelChoices: {} }, 'clip', null).then((other) =>
    other.ok
      ? other
      : fail(
          'provider.kind-not-made',
          'The animatic draws shots and carries no picture on, and no other maker of clips is ready. Nothing was sent. Enter a key for one under Settings, Providers.',
        ),
  );
}

/** The clip's length where the model can do what is needed. */
function lengthBy(facts: ModelFacts | null, { endFrame, wantedFlicks }: PartNeed): number | null {
  if (endFrame && facts?.takesEndFrame !== true) return null;
  return clipLengthFor(facts, wantedFlicks);
}

function reasonOf(
  { generator: { provider } }: Maker,
  candidates: readonly { readonly facts: ModelFacts | null }[],
  { endFrame, wantedFlicks }: PartNeed,
): string {
  const fitting = candidates.filter(({ facts }) => !endFrame || facts?.takesEndFrame === true);
  if (fitting.length === 0) {
    return `No model of ${provider} ends with a given picture. Nothing was sent. Choose another provider.`;
  }
  const longest = Math.max(0, ...fitting.map(({ facts }) => longestClipSeconds(facts) ?? 0));
  return `This is ${Math.round(flicksToSeconds(wantedFlicks) * 10) / 10} s long, and ${provider} makes ${longest} s at most. Nothing was sent. Choose a shorter part.`;
}
