import type { Exchange } from '../fal-sim/sim-exchange.ts';
import { answerXml } from './answer-xml.ts';
import { checksumHolds, refuse } from './refuse.ts';
import { partOf, type SimPart } from './sim-objects.ts';
import type { S3SimState } from './sim-state.ts';

const mostPartsListed = 1_000;

/** Uploads in parts: `?uploads`, `?uploadId=…&partNumber=…`. */
export async function answerParts(state: S3SimState, exchange: Exchange, body: Buffer): Promise<void> {
  const { request, response, url } = exchange;
  const { searchParams: query } = url;
  const key = decodeURIComponent(url.pathname);
  if (request.method === 'POST' && query.has('uploads')) {
    const id = state.store.begin(key, String(request.headers['content-type']));
    return answerXml(
      exchange,
      `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
    );
  }
  const id = query.get('uploadId') ?? '';
  const upload = state.store.uploads.get(id);
  if (upload === undefined || upload.key !== key) {
    return refuse(exchange, 404, 'NoSuchUpload', 'The specified upload does not exist.');
  }
  switch (request.method) {
    case 'PUT': {
      if (!checksumHolds(exchange, body)) return;
      const part = partOf(body);
      upload.parts.set(Number(query.get('partNumber')), part);
      response.writeHead(200, { etag: part.etag, 'x-amz-checksum-sha256': part.checksum });
      response.end();
      return;
    }
    case 'GET':
      return listParts(upload.parts, exchange);
    case 'DELETE':
      state.store.uploads.delete(id);
      response.writeHead(204);
      response.end();
      return;
    default:
      return completeUpload(state, exchange, id, body.toString('utf8'));
  }
}

function listParts(parts: ReadonlyMap<number, SimPart>, exchange: Exchange): void {
  const after = Number(exchange.url.searchParams.get('part-number-marker') ?? 0);
  const numbers = [...parts.keys()].filter((number) => number > after).sort((a, b) => a - b);
  const shown = numbers.slice(0, mostPartsListed);
  const listed = shown.map((number) => {
    const part = parts.get(number);
    return `<Part><PartNumber>${number}</PartNumber><ETag>${part?.etag.replaceAll('"', '&quot;')}</ETag><Size>${part?.bytes.length}</Size><ChecksumSHA256>${part?.checksum}</ChecksumSHA256></Part>`;
  });
  const more = numbers.length > shown.length;
  answerXml(
    exchange,
    `<ListPartsResult><IsTruncated>${more}</IsTruncated><NextPartNumberMarker>${shown.at(-1) ?? 0}</NextPartNumberMarker>${listed.join('')}</ListPartsResult>`,
  );
}

async function completeUpload(state: S3SimState, exchange: Exchange, id: string, xml: string): Promise<void> {
  const named = [...xml.matchAll(/<Part>(.*?)<\/Part>/gs)].map(([, part = '']) => ({
    number: Number(/<PartNumber>(\d+)</.exec(part)?.[1]),
    etag: (/<ETag>(.*?)<\/ETag>/.exec(part)?.[1] ?? '').replaceAll('&quot;', '"'),
  }));
  const parts = state.store.uploads.get(id)?.parts;
  const small = named
    .slice(0, -1)
    .some(({ number }) => (parts?.get(number)?.bytes.length ?? 0) < state.minPartBytes);
  if (small) return refuse(exchange, 400, 'EntityTooSmall', 'A part is smaller than the smallest allowed.');
  const object = state.store.complete(id, named);
  if (object === null) return refuse(exchange, 400, 'InvalidPart', 'A part could not be found.');
  answerXml(
    exchange,
    `<CompleteMultipartUploadResult><ETag>${object.etag.replaceAll('"', '&quot;')}</ETag><ChecksumSHA256>${object.checksum}</ChecksumSHA256></CompleteMultipartUploadResult>`,
  );
}
