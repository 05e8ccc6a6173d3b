import { isRecord } from '../../net/read-answer.ts';
import type { ResultMedium } from '../../net/sniff-result.ts';

/** Where models put their result, the usual place first. */
const places = {
  image: ['images', 'image', 'output_image'],
  video: ['video', 'videos', 'output_video'],
  audio: ['audio', 'audio_file', 'audio_url', 'audios'],
} as const satisfies Record<ResultMedium, readonly string[]>;

/** The address of the file in a model's output; with several, that of the first. Null where there is none. */
export function findResultAddress(
  output: Readonly<Record<string, unknown>>,
  medium: ResultMedium,
): string | null {
  const usual = places[medium].map((name) => addressIn(output[name])).find((address) => address !== null);
  if (usual !== undefined) return usual;
  // A place with another name: the file that says itself that it is of the kind.
  const typed = Object.values(output).find((value) => typeOf(value)?.startsWith(`${medium}/`) === true);
  return addressIn(typed);
}

function addressIn(value: unknown): string | null {
  if (Array.isArray(value)) return addressIn(value[0]);
  if (typeof value === 'string') return value.startsWith('https://') ? value : null;
  const url = isRecord(value) ? value['url'] : null;
  return typeof url === 'string' ? url : null;
}

function typeOf(value: unknown): string | null {
  const file: unknown = Array.isArray(value) ? value[0] : value;
  const type = isRecord(file) ? file['content_type'] : null;
  return typeof type === 'string' ? type : null;
}
