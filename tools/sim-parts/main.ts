import { parseArgs } from 'node:util';
import { simAccount, startCloudflareSim } from '../cloudflare-sim/start-cloudflare-sim.ts';
import { startGoogleSim } from '../google-sim/start-google-sim.ts';
import { startLanguageModelSim } from '../language-model-sim/start-language-model-sim.ts';
import { startOpenAiSim } from '../openai-sim/start-openai-sim.ts';
import { startOpenRouterSim } from '../openrouter-sim/start-openrouter-sim.ts';
import { startReplicateSim } from '../replicate-sim/start-replicate-sim.ts';

const usage = `A stand-in for a provider on this computer. Nothing it does costs anything.

  node tools/run-sim.mjs replicate|google|openai|openrouter|cloudflare|language-models [--port N]

Any key is taken; Cloudflare's has the form ${simAccount}:any-token-of-twenty-characters.`;

const starts: Readonly<
  Record<string, (port: number) => Promise<{ origin: URL; close: () => Promise<void> }>>
> = {
  replicate: (port) => startReplicateSim({ port }),
  google: (port) => startGoogleSim({ port }),
  openai: (port) => startOpenAiSim({ port }),
  openrouter: (port) => startOpenRouterSim({ port }),
  cloudflare: (port) => startCloudflareSim({ port }),
  // Speaks for OpenAI, Google, OpenRouter and Cloudflare alike: set the address of the one that reads.
  'language-models': (port) => startLanguageModelSim({ port, pauseMs: 60 }),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { port: { type: 'string', default: '0' }, help: { type: 'boolean', default: false } },
});
const provider = positionals[0] ?? '';
const start = starts[provider];
if (start === undefined || values.help) {
  console.log(usage);
  process.exit(values.help ? 0 : 2);
}
const sim = await start(Number(values.port));
console.log(`listens: REELWRIGHT_${provider.toUpperCase()}_URL=${sim.origin.origin}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void sim.close().then(() => process.exit(0)));
}
