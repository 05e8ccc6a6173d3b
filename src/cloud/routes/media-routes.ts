import { objectKeyOf } from '../../adapters/neon/media-keys.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import {
  type DownloadAnswer,
  FileHash,
  FinishRequest,
  HashList,
  PartReceipt,
  UploadRequest,
} from '../../domain/sync/media-messages.ts';
import { beginUpload, finishUpload, keepReceipt, type MediaParts } from '../media/upload-media.ts';
import { quotas } from '../plans.ts';
import { type Call, parseAs, type Route } from '../route.ts';

/** How long an address for fetching holds. */
const addressS = 900;

/** docs/sync.md, "Media". Bytes never pass through the service: it signs requests to the storage. */
export const mediaRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/api/projects/:id/assets/which',
    hasBody: true,
    async answer({ caller: { claims }, params: { id = '' }, body, parts }) {
      const asked = parseAs(HashList, body);
      if (!asked.ok) return asked;
      const stored = await parts.database.media.stored(claims, id, asked.value.hashes);
      return stored.ok ? ok({ stored: stored.value }) : stored;
    },
  },
  {
    method: 'POST',
    path: '/api/projects/:id/assets/uploads',
    hasBody: true,
    async answer(call) {
      const request = parseAs(UploadRequest, call.body);
      if (!request.ok) return request;
      const media = mediaOf(call);
      if (!media.ok) return media;
      const { mediaBytes } = quotas[call.caller.plan];
      return beginUpload(media.value, call.params['id'] ?? '', request.value, mediaBytes);
    },
  },
  {
    method: 'POST',
    path: '/api/projects/:id/assets/receipts',
    hasBody: true,
    async answer(call) {
      const told = parseAs(PartReceipt, call.body);
      if (!told.ok) return told;
      const media = mediaOf(call);
      if (!media.ok) return media;
      const kept = await keepReceipt(media.value, call.params['id'] ?? '', told.value);
      return kept.ok ? ok({ kept: true }) : kept;
    },
  },
  {
    method: 'POST',
    path: '/api/projects/:id/assets/finish',
    hasBody: true,
    async answer(call) {
      const request = parseAs(FinishRequest, call.body);
      if (!request.ok) return request;
      const media = mediaOf(call);
      if (!media.ok) return media;
      const done = await finishUpload(media.value, call.params['id'] ?? '', request.value.sha256);
      return done.ok ? ok({ stored: true }) : done;
    },
  },
  {
    method: 'GET',
    path: '/api/projects/:id/assets/:hash',
    async answer(call): Promise<Result<DownloadAnswer>> {
      const { id = '', hash = '' } = call.params;
      const sha256 = parseAs(FileHash, hash);
      if (!sha256.ok) return sha256;
      const media = mediaOf(call);
      if (!media.ok) return media;
      const { database, storage, claims } = media.value;
      const file = await database.media.toFetch(claims, id, sha256.value);
      if (!file.ok) return file;
      const address = await storage.getAddress(objectKeyOf(file.value), addressS);
      return address.ok ? ok({ ...address.value, bytes: file.value.bytes }) : address;
    },
  },
];

export function mediaOf({ caller: { claims }, parts: { database, storage } }: Call): Result<MediaParts> {
  if (storage !== null) return ok({ database, storage, claims });
  return fail('sync.no-storage', 'This service keeps no files. Edits go on; files stay on their devices.');
}
