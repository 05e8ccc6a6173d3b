import type { StudioClient } from '../../../../contract/contract.ts';
import { faultOfCall } from '../../../../contract/fault-of-call.ts';
import type { Asset } from '../../../../domain/assets/asset.ts';
import type { Fault } from '../../../../domain/kernel/result.ts';
import type { Host } from '../../../client/host.ts';
import { uploadFile } from '../../../client/upload-file.ts';

export interface ImportedMedia {
  readonly assets: readonly Asset[];
  /** Why files were left out, one for each. */
  readonly faults: readonly Fault[];
}

/**
 * Brings files of a person's own into the library: by their paths on the desktop, by their bytes from a browser. One
 * after the other, so that a file that cannot be read keeps no other out.
 */
export async function importMedia(
  files: readonly File[],
  client: StudioClient,
  host: Host,
  onFile: (file: File) => void,
): Promise<ImportedMedia> {
  const assets: Asset[] = [];
  const faults: Fault[] = [];
  for (const file of files) {
    onFile(file);
    try {
      assets.push(...(await importOne(file, client, host)));
    } catch (error) {
      const fault = faultOfCall(error);
      faults.push(fault);
      // The next ones would meet the same.
      if (fault.code === 'connection.lost' || fault.code === 'library.disk-full') break;
    }
  }
  return { assets, faults };
}

async function importOne(file: File, client: StudioClient, { bridge }: Host): Promise<readonly Asset[]> {
  const path = bridge?.pathOfFile(file) ?? '';
  if (path !== '') return client.assets.import({ paths: [path] });
  return client.assets.importUploads({ uploadIds: [await uploadFile(file)] });
}
