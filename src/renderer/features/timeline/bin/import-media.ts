import type { StudioClient } from '../../../../contract/contract.ts';
import type { Asset } from '../../../../domain/assets/asset.ts';
import type { Host } from '../../../client/host.ts';
import { uploadNameHeader, uploadsAddress } from '../../../client/media-addresses.ts';

/** Brings files of a person's own into the library: by their paths on the desktop, by their bytes from a browser. */
export async function importMedia(
  files: readonly File[],
  client: StudioClient,
  host: Host,
): Promise<readonly Asset[]> {
  const { bridge } = host;
  if (bridge !== null) {
    const paths = files.map((file) => bridge.pathOfFile(file)).filter((path) => path !== '');
    return paths.length === 0 ? [] : client.assets.import({ paths });
  }
  const uploadIds: string[] = [];
  for (const file of files) uploadIds.push(await upload(file));
  return uploadIds.length === 0 ? [] : client.assets.importUploads({ uploadIds });
}

async function upload(file: File): Promise<string> {
  const answer = await fetch(uploadsAddress, {
    method: 'POST',
    body: file,
    headers: { [uploadNameHeader]: encodeURIComponent(file.name) },
  });
  if (!answer.ok) throw new Error((await answer.text()) || `The studio answered ${answer.status}.`);
  const { uploadId } = (await answer.json()) as { uploadId: string };
  return uploadId;
}
