import { answerCutJson, answerHtml, type Exchange, reset } from '../fal-sim/sim-exchange.ts';

/** What happens to a submit on its way, whoever the provider is. `before`: it never arrived; `after`: the work is done and charged. */
export const wireFaults = {
  before: ['lose-request', 'bad-gateway-before', 'unavailable'],
  after: [
    'lose-answer',
    'hang-after',
    'bad-gateway-after',
    'gateway-timeout-after',
    'html',
    'truncated-json',
    'redirect',
  ],
} as const;

export type WireFault = (typeof wireFaults)['before' | 'after'][number];

/** Plays a fault of the wire; `body` is what a good answer would have been. */
export async function answerWireFault(exchange: Exchange, fault: WireFault, body: unknown): Promise<void> {
  switch (fault) {
    case 'lose-request':
    case 'lose-answer':
      return reset(exchange);
    case 'bad-gateway-before':
    case 'bad-gateway-after':
      return answerHtml(exchange, 502, '502 Bad Gateway');
    case 'unavailable':
      return answerHtml(exchange, 503, '503 Service Unavailable');
    case 'gateway-timeout-after':
      return answerHtml(exchange, 504, '504 Gateway Time-out');
    case 'hang-after':
      return;
    case 'html':
      return answerHtml(exchange, 200, 'Sign in to the hotel network');
    case 'truncated-json':
      return answerCutJson(exchange, 200, body);
    case 'redirect':
      exchange.response.writeHead(307, { location: 'https://example.com/elsewhere' });
      exchange.response.end();
  }
}
