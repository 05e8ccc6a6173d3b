import { useCallback } from 'react';
import type { AssetId } from '../../domain/kernel/ids.ts';
import { uploadFile } from '../client/upload-file.ts';
import { useProject } from '../state/project-context.ts';
import { useStudio } from '../state/studio-context.ts';
import { usePlaceWords } from '../words/place-words.ts';
import { useCall } from './use-edit.ts';

/** Asks for a file that is gone, and puts it back where it is the same one. */
export function usePutBack(): (assetId: AssetId) => void {
  const { client, host } = useStudio();
  const { projectId, shots } = useProject();
  const words = usePlaceWords();
  const call = useCall();
  const bring = useCallback(
    async (assetId: AssetId, file: File) => {
      const put = await call(
        async () => {
          const path = host.bridge?.pathOfFile(file) ?? '';
          const from = path === '' ? { uploadId: await uploadFile(file) } : { path };
          return client.assets.putBack({ assetId, from });
        },
        () => words.isBack,
      );
      if (put === null) return;
      const absent = await call(() => client.assets.absent({ projectId }));
      if (absent !== null) shots.setAbsent(absent);
    },
    [call, client, host, projectId, shots, words],
  );
  return useCallback(
    (assetId) => {
      const input = document.createElement('input');
      input.type = 'file';
      input.onchange = () => {
        const file = input.files?.[0];
        if (file !== undefined) void bring(assetId, file);
      };
      input.click();
    },
    [bring],
  );
}
