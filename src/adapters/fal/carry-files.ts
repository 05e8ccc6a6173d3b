import { open } from 'node:fs/promises';
import type { SubmitContext, SubmitOutcome } from '../../core/ports/generator.ts';
import type { AssetId } from '../../domain/kernel/ids.ts';
import { type Fault, faultOf } from '../../domain/kernel/result.ts';
import { type ResultMedium, sniffResult } from '../../net/sniff-result.ts';
import type { FalClient } from './fal-client.ts';
import { falFault } from './fal-faults.ts';
import type { FalFile } from './models/fal-model.ts';
import { type UploadOutcome, uploadFile } from './upload-file.ts';

/** Files that are in Fal's storage or on their way there, by asset: a batch with one reference carries it up once. */
export type CarriedFiles = Map<AssetId, { readonly atMs: number; readonly upload: Promise<UploadOutcome> }>;

const uploadKeepsMs = 60 * 60_000;
const mediumWords = { image: 'picture', audio: 'recording', video: 'video' } as const satisfies Record<
  ResultMedium,
  string
>;

/** Brings the files of a plan to Fal, one after another. Free of charge, so that it may be done again. */
export async function carryFiles(
  client: FalClient,
  carried: CarriedFiles,
  files: readonly FalFile[],
  context: SubmitContext,
): Promise<{ readonly kind: 'carried'; readonly addresses: ReadonlyMap<AssetId, string> } | SubmitOutcome> {
  const addresses = new Map<AssetId, string>();
  for (const { assetId, medium } of files) {
    const known = carried.get(assetId);
    const fresh = known !== undefined && client.clock.nowMs() - known.atMs < uploadKeepsMs;
    const upload = await (fresh ? known.upload : begin(client, carried, assetId, medium, context));
    switch (upload.kind) {
      case 'uploaded':
        addresses.set(assetId, upload.url);
        break;
      case 'refused':
        return upload;
      case 'later':
        return { kind: 'not-sent', fault: upload.fault, retryAfterMs: upload.retryAfterMs };
    }
  }
  return { kind: 'carried', addresses };
}

function begin(
  client: FalClient,
  carried: CarriedFiles,
  assetId: AssetId,
  medium: FalFile['medium'],
  context: SubmitContext,
): Promise<UploadOutcome> {
  const upload = checkAndUpload(client, assetId, medium, context);
  carried.set(assetId, { atMs: client.clock.nowMs(), upload });
  void upload.then(({ kind }) => {
    if (kind !== 'uploaded' && carried.get(assetId)?.upload === upload) carried.delete(assetId);
  });
  return upload;
}

async function checkAndUpload(
  client: FalClient,
  assetId: AssetId,
  medium: FalFile['medium'],
  { assetPath, signal }: SubmitContext,
): Promise<UploadOutcome> {
  const file = assetPath(assetId);
  if (!file.ok) return { kind: 'refused', fault: file.fault };
  const unreadable = await unreadableFault(file.value.path, medium);
  if (unreadable !== null) return { kind: 'refused', fault: unreadable };
  return uploadFile(client, file.value, signal);
}

/** A file that is not what the model looks at is refused there, and by some models only after it is charged. */
async function unreadableFault(path: string, medium: FalFile['medium']): Promise<Fault | null> {
  const head = Buffer.alloc(16);
  try {
    const file = await open(path, 'r');
    try {
      await file.read(head, 0, 16, 0);
    } finally {
      await file.close();
    }
  } catch (thrown) {
    return faultOf(thrown, 'library.not-found');
  }
  const found = sniffResult(head);
  if (found !== null && medium.includes(found.medium)) return null;
  return falFault(
    'provider.request-refused',
    `A file that goes with the request cannot be read as a ${mediumWords[medium[0] ?? 'image']}. Nothing was sent. Bring in another one.`,
  );
}
