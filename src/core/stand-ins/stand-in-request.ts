import {
  animaticModels,
  buildShotRequests,
  type RequestModels,
  type RequestSource,
} from '../../domain/jobs/build-requests.ts';
import type { PictureRequest } from '../../domain/jobs/generation-request.ts';
import type { Job } from '../../domain/jobs/job.ts';
import type { ModelFacts } from '../../domain/jobs/model-facts.ts';
import { requestDigest } from '../../domain/jobs/request-digest.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { extraOf } from '../../domain/project/extra-of.ts';
import { numberShots } from '../../domain/shots/shot-numbers.ts';
import type { Generator } from '../ports/generator.ts';
import type { Store } from '../store/store.ts';

/** Whom to ask, with which of its models. */
export interface OtherMaker {
  readonly generator: Generator;
  readonly model: string;
}

/**
 * What `job` asks for, asked of somebody else: as the shot would ask that maker, where the shot is as it was; else the same words
 * and pictures with what the other model can look at.
 */
export function standInRequest(
  store: Pick<Store, 'row' | 'rows'>,
  job: Job,
  asked: PictureRequest,
  asker: Generator | undefined,
  { generator, model }: OtherMaker,
): PictureRequest {
  const { provider } = generator;
  const facts = factsOf(generator, model);
  const plain = plainRequest(asked, provider, model, facts);
  const project = store.row('project', job.projectId);
  const shot = job.shotId === null ? null : store.row('shot', job.shotId);
  if (project === null || shot === null || asked.reworded !== undefined) return plain;
  const source = rowsOf(store, job.projectId, project);
  const number = numberShots(source.scenes, source.shots).get(shot.id);
  const build = (models: RequestModels): PictureRequest => {
    const requests = buildShotRequests(source, models, shot, number);
    const drawn = models.provider === animaticModels.provider;
    const made =
      asked.kind === 'still' ? requests.still : requests.clip(drawn ? null : asked.startFrameAssetId);
    return { ...made, seed: asked.seed };
  };
  const modelsFor = (of: Generator | undefined, name: string, id: string, slate: boolean): RequestModels => {
    const extra = extraOf(project, asked.kind, name, id);
    return {
      ...{ provider: name, stillModel: id, clipModel: id, slate },
      mostReferences: of === undefined ? 0 : (factsOf(of, id)?.mostReferences ?? 0),
      ...(extra === undefined ? {} : { stillExtra: extra, clipExtra: extra }),
    };
  };
  const now = build(modelsFor(asker, asked.provider, asked.model, asked.slate));
  // A drawing is of the shot as it is; what is paid for is what was approved.
  if (!generator.free && requestDigest(now) !== job.requestDigest) return plain;
  return build(modelsFor(generator, provider, model, false));
}

function plainRequest(
  asked: PictureRequest,
  provider: string,
  model: string,
  facts: ModelFacts | null,
): PictureRequest {
  const { extra: _ofTheOther, referenceAssetIds = [], ...same } = asked;
  const references = referenceAssetIds.slice(0, facts?.mostReferences ?? 0);
  return {
    ...same,
    ...{ provider, model, slate: false },
    ...(references.length === 0 ? {} : { referenceAssetIds: references }),
  };
}

function factsOf(generator: Generator, model: string): ModelFacts | null {
  return generator.models?.().find(({ id }) => id === model) ?? null;
}

function rowsOf(
  store: Pick<Store, 'rows'>,
  projectId: ProjectId,
  project: RequestSource['project'],
): RequestSource {
  return {
    project,
    scenes: store.rows('scene', projectId),
    shots: store.rows('shot', projectId),
    cast: store.rows('cast', projectId),
    places: store.rows('place', projectId),
  };
}
