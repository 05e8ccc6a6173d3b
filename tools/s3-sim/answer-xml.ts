import type { Exchange } from '../fal-sim/sim-exchange.ts';

export function answerXml({ response }: Pick<Exchange, 'response'>, xml: string): void {
  response.writeHead(200, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}`);
}
