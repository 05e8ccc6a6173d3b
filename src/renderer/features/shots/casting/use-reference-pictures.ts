import { useCallback, useState } from 'react';
import type { AssetId } from '../../../../domain/kernel/ids.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { uploadFile } from '../../../client/upload-file.ts';
import { useStudio } from '../../../state/studio-context.ts';

/** Asks for pictures, brings them into the library, and hands their ids over. */
export function useReferencePictures(onAdded: (ids: readonly AssetId[]) => unknown): {
  readonly busy: boolean;
  readonly choose: () => void;
} {
  const { client, host } = useStudio();
  const call = useCall();
  const [busy, setBusy] = useState(false);
  const bring = useCallback(
    async (files: readonly File[]) => {
      setBusy(true);
      try {
        const assets = await call(async () => {
          const paths = files.map((file) => host.bridge?.pathOfFile(file) ?? '');
          if (paths.every((path) => path !== '')) return client.assets.import({ paths });
          const uploadIds: string[] = [];
          for (const file of files) uploadIds.push(await uploadFile(file));
          return client.assets.importUploads({ uploadIds });
        });
        const pictures = (assets ?? []).filter(({ kind }) => kind === 'image').map(({ id }) => id);
        if (pictures.length > 0) onAdded(pictures);
      } finally {
        setBusy(false);
      }
    },
    [call, client, host, onAdded],
  );
  const choose = useCallback(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = 'image/png,image/jpeg,image/webp';
    input.onchange = () => void bring([...(input.files ?? [])]);
    input.click();
  }, [bring]);
  return { busy, choose };
}
