import { connectionLost } from '../../contract/fault-of-call.ts';
import { type Fault, FaultError } from '../../domain/kernel/result.ts';
import { uploadNameHeader, uploadsAddress } from './media-addresses.ts';

/** Sends a file's bytes to the studio; answers with the id that calls take. Throws a fault that says what to do. */
export async function uploadFile(file: File, signal?: AbortSignal): Promise<string> {
  const response = await send(file, signal);
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok && isObject(answer) && 'uploadId' in answer) return String(answer['uploadId']);
  if (isObject(answer) && typeof answer['message'] === 'string') {
    throw new FaultError({ code: String(answer['code']) as Fault['code'], message: answer['message'] });
  }
  throw new FaultError({
    code: 'upload.cut-short',
    message: `The studio did not take "${file.name}" (${response.status}). Nothing was stored. Try again.`,
  });
}

async function send(file: File, signal: AbortSignal | undefined): Promise<Response> {
  try {
    return await fetch(uploadsAddress, {
      method: 'POST',
      body: file,
      headers: { [uploadNameHeader]: encodeURIComponent(file.name) },
      ...(signal === undefined ? {} : { signal }),
    });
  } catch {
    // A folder has a name and nothing to read; a file that was moved or is not allowed fails alike. Else it is the line.
    if (await isReadable(file)) throw new FaultError(connectionLost);
    throw new FaultError({
      code: 'upload.cut-short',
      message: `"${file.name}" cannot be read: it is a folder, or it was moved, or this computer does not allow it. Nothing was stored. Choose files.`,
    });
  }
}

function isReadable(file: File): Promise<boolean> {
  return file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
