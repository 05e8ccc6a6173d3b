import type { Exchange } from '../fal-sim/sim-exchange.ts';
import { answerXml } from './answer-xml.ts';
import { refuse } from './refuse.ts';
import type { S3SimState } from './sim-state.ts';

/** What a bucket says of itself: `?uploads` (ListMultipartUploads) and `?list-type=2` (ListObjectsV2), a page of a thousand. */
export async function answerBucket({ store, bucket }: S3SimState, exchange: Exchange): Promise<void> {
  const { searchParams: query } = exchange.url;
  const named = (path: string): string =>
    path.slice(`/${bucket}/`.length).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  if (query.has('uploads')) {
    const uploads = [...store.uploads].slice(0, 1_000).map(([id, { key, begunAtMs }]) => {
      const at = new Date(begunAtMs).toISOString();
      return `<Upload><Key>${named(key)}</Key><UploadId>${id}</UploadId><Initiated>${at}</Initiated></Upload>`;
    });
    return answerXml(
      exchange,
      `<ListMultipartUploadsResult>${uploads.join('')}</ListMultipartUploadsResult>`,
    );
  }
  if (query.get('list-type') === '2') {
    const most = Number(query.get('max-keys') ?? 1_000);
    const objects = [...store.objects].slice(0, most).map(([key, { bytes }]) => {
      return `<Contents><Key>${named(key)}</Key><Size>${bytes.length}</Size></Contents>`;
    });
    return answerXml(exchange, `<ListBucketResult>${objects.join('')}</ListBucketResult>`);
  }
  refuse(exchange, 501, 'NotImplemented', 'The stand-in does not know this call.');
}
