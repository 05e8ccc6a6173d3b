import type { Exchange } from '../fal-sim/sim-exchange.ts';
import { partOf } from './sim-objects.ts';

/** Whether the bytes are those that the request's checksum names; answers the refusal where not. */
export function checksumHolds(exchange: Exchange, body: Buffer): boolean {
  const named = exchange.request.headers['x-amz-checksum-sha256'];
  const length = exchange.request.headers['content-length'];
  if (named !== undefined && named !== partOf(body).checksum) {
    refuse(exchange, 400, 'BadDigest', 'The SHA256 you specified did not match the calculated checksum.');
    return false;
  }
  if (length !== undefined && Number(length) !== body.length) {
    refuse(exchange, 400, 'IncompleteBody', 'You did not provide the number of bytes in Content-Length.');
    return false;
  }
  return true;
}

export function refuse(
  { response }: Pick<Exchange, 'response'>,
  status: number,
  code: string,
  message: string,
): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(
    `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message.replaceAll('<', '&lt;')}</Message></Error>`,
  );
}
