import { useCallback, useState } from 'react';
import type { ShotId } from '../../../../domain/kernel/ids.ts';
import { useStatusLine } from '../../../actions/status-line.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { uploadFile } from '../../../client/upload-file.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';

/** Kinds that can be a take. The studio looks at the bytes; this is for the file dialog. */
const accepted =
  'image/png,image/jpeg,image/webp,video/mp4,video/quicktime,video/webm,video/x-matroska,audio/*';

export interface OwnTake {
  readonly busy: boolean;
  /** Asks for a file and makes it a take of the shot. */
  choose(shotId: ShotId): void;
  bring(shotId: ShotId, file: File): Promise<void>;
}

/** A file of a person's own as a take: a picture becomes the still, a video the clip, a recording the line, and is chosen. */
export function useOwnTake(): OwnTake {
  const { client, host } = useStudio();
  const { projectId } = useProject();
  const call = useCall();
  const status = useStatusLine();
  const [busy, setBusy] = useState(false);

  const bring = useCallback(
    async (shotId: ShotId, file: File) => {
      setBusy(true);
      try {
        const receipt = await call(async () => {
          const path = host.bridge?.pathOfFile(file) ?? '';
          const assets =
            path === ''
              ? await client.assets.importUploads({ uploadIds: [await uploadFile(file)] })
              : await client.assets.import({ paths: [path] });
          const asset = assets[0];
          if (asset === undefined) return null;
          // biome-ignore lint/correctness/useHookAtTopLevel: a call of the studio that begins with "use"
          return client.assets.useAsTake({ projectId, shotId, assetId: asset.id });
        });
        if (receipt !== null) status.say(receipt.label, 'done', 'edit.undo');
      } finally {
        setBusy(false);
      }
    },
    [call, client, host, projectId, status],
  );
  const choose = useCallback(
    (shotId: ShotId) => {
      const input = document.createElement('input');
      input.type = 'file';
      input.accept = accepted;
      input.onchange = () => {
        const file = input.files?.[0];
        if (file !== undefined) void bring(shotId, file);
      };
      input.click();
    },
    [bring],
  );
  return { busy, choose, bring };
}
