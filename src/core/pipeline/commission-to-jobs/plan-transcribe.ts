import type { TranscriptRequest } from '../../../domain/jobs/generation-request.ts';
import type { Job } from '../../../domain/jobs/job.ts';
import type { ItemId } from '../../../domain/kernel/ids.ts';
import { fail, ok, type Result } from '../../../domain/kernel/result.ts';
import type { Project } from '../../../domain/project/project.ts';
import { layTranscript } from '../../../domain/timeline/commands/lay-transcript.ts';
import type { CommissionContext, CommissionPlanner } from './commission-plan.ts';
import { findMaker } from './find-maker.ts';
import { readTranscript } from './read-transcript.ts';

const captionsLabel = 'Captions from what is said';

/** What is said in a clip: its medium is heard once, however often it stands on the timeline, and laid as captions over the clip. */
export const planTranscribe: CommissionPlanner<'transcribe'> = async (context, order) => {
  const { store } = context;
  const { project, commission, maker: wish } = order;
  const { itemId, language } = commission;
  const clip = store.row('item', itemId);
  if (clip?.projectId !== project.id || clip.kind !== 'clip') {
    return fail('timeline.no-item', 'That clip is not on the timeline any more. Nothing was sent.');
  }
  const asset = clip.assetId === null ? null : store.row('asset', clip.assetId);
  if (asset === null || asset.facts?.audio == null) {
    return fail(
      'timeline.no-sound',
      'Nothing can be heard in that clip. Nothing was sent. Choose one with sound.',
    );
  }
  const maker = await findMaker(context, project, 'transcript', wish);
  if (!maker.ok) return maker;
  const { generator, model } = maker.value;
  const { durationFlicks } = asset.facts;
  const request: TranscriptRequest = {
    kind: 'transcript',
    provider: generator.provider,
    model,
    // A recording says the same every time: one seed, so that it is heard once.
    seed: 0,
    sourceAssetId: asset.id,
    language,
    ...(durationFlicks > 0 ? { durationFlicks } : {}),
  };
  return ok({
    requests: [
      {
        key: `transcribe ${itemId}`,
        subject: {},
        request,
        words: asset.name,
        fromAssetId: asset.id,
        isMade: false,
        landed: (job) => lay(context, project, itemId, job),
      },
    ],
    refused: [],
  });
};

async function lay(
  { store, library, timelines }: CommissionContext,
  project: Project,
  itemId: ItemId,
  job: Job,
): Promise<Result<string | null>> {
  const words = await readTranscript(library, job);
  if (!words.ok) return words;
  if (words.value.length === 0) return ok('Nobody says anything in it. No captions were laid.');
  const patch = layTranscript(timelines.of(project), { itemId, words: words.value });
  if (!patch.ok) return patch;
  const captions = patch.value.changes.filter((change) => change.entity === 'item').length;
  if (captions === 0) return ok('What is said there has captions already. They stay as they are.');
  const done = store.commit(patch.value, { projectId: project.id, label: captionsLabel, undoable: true });
  if (!done.ok) return done;
  return ok(captions === 1 ? '1 caption was laid.' : `${captions} captions were laid.`);
}
