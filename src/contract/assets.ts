import { z } from 'zod';
import { Asset } from '../domain/assets/asset.ts';
import { Take } from '../domain/assets/take.ts';
import { AssetId, ProjectId, ShotId, TakeId } from '../domain/kernel/ids.ts';
import { AwayFile } from '../domain/sync/media-files.ts';
import { editRow, row } from './base.ts';

/** A file that a project uses and that is not what was stored, with where it is instead. */
export const AbsentFile = AwayFile.extend({
  /** `damaged` is there, but with another length or other bytes. */
  why: z.enum(['missing', 'damaged']),
});
export type AbsentFile = z.infer<typeof AbsentFile>;

export const assets = {
  /** One file of the library. */
  get: row.input(z.object({ assetId: AssetId })).output(Asset),
  /** Brings pictures, video or audio of a person's own into the library; the first file that cannot be read is named. */
  import: row.input(z.object({ paths: z.array(z.string().min(1)).min(1).max(1000) })).output(z.array(Asset)),
  /** The same for files that were uploaded before, by the ids that the upload answered. */
  importUploads: row
    .input(z.object({ uploadIds: z.array(z.string().min(1).max(200)).min(1).max(1000) }))
    .output(z.array(Asset)),
  /**
   * Brings back the file of an asset that is gone or damaged, from a path or an upload: only the one that it was, by its bytes.
   * `library.another-file` changes nothing.
   */
  putBack: row
    .input(
      z.object({
        assetId: AssetId,
        from: z.union([
          z.object({ path: z.string().min(1) }),
          z.object({ uploadId: z.string().min(1).max(200) }),
        ]),
      }),
    )
    .output(z.object({})),
  /** Makes a file of the library a take of a shot, and chooses it: a picture as its still, a video as its clip, a recording as its line. */
  useAsTake: editRow({ shotId: ShotId, assetId: AssetId }),
  /** Removes takes that are not chosen. Their files stay until storage is cleared; undo brings the takes back. */
  deleteTakes: editRow({ takeIds: z.array(TakeId).min(1).max(10_000) }),
  /** A person's own files of the whole library, newest first: what the bin offers beside a project's takes. */
  imported: row.output(z.array(Asset)),
  /** All takes of a project or of one shot, chosen or not. */
  takes: row.input(z.object({ projectId: ProjectId, shotId: ShotId.nullable() })).output(z.array(Take)),
  /** Files of a project that are not here, or known to be damaged. Looks at names and lengths; reads none. */
  absent: row.input(z.object({ projectId: ProjectId })).output(z.array(AbsentFile)),
  /** Reads one file through: null where it is what was stored. What is found damaged is `absent` from then on. */
  examine: row.input(z.object({ assetId: AssetId })).output(z.object({ fault: z.string().nullable() })),
  /** `frames` pictures of a file, from its start to its end, in one JPEG: where that is, and how it is divided. */
  thumbnails: row
    .input(
      z.object({ assetId: AssetId, frames: z.int().min(1).max(200), heightPx: z.int().min(16).max(480) }),
    )
    .output(z.object({ path: z.string(), columns: z.int(), widthPx: z.int(), heightPx: z.int() })),
  /** Where the loudness of a file is: for each bucket its lowest and highest sample, one signed byte each. */
  waveform: row
    .input(z.object({ assetId: AssetId, bucketsPerSecond: z.int().min(1).max(1000) }))
    .output(z.object({ path: z.string(), bucketsPerSecond: z.int() })),
};
