import { parseArgs } from 'node:util';
import { type LanguageFaultName, type LanguageFaultRule, languageFaultNames } from './sim-faults.ts';
import { startLanguageModelSim } from './start-language-model-sim.ts';

const usage = `A stand-in for language models (OpenAI, Google, OpenRouter, Cloudflare). Nothing it does costs anything.

  node tools/language-model-sim/start.mjs [--port 8790] [--pause MS] [--fault NAME[:TIMES[:MATCH]]] …

Then: REELWRIGHT_OPENAI_URL=http://127.0.0.1:8790 OPENAI_API_KEY=any
Faults: ${languageFaultNames.join(', ')}`;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8790' },
    pause: { type: 'string', default: '0' },
    fault: { type: 'string', multiple: true, default: [] },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}
const faults = values.fault.map((text): LanguageFaultRule => {
  const [fault = '', times, match] = text.split(':');
  return {
    fault: fault as LanguageFaultName,
    ...(times === undefined || times === '' ? {} : { times: Number(times) }),
    ...(match === undefined ? {} : { match }),
  };
});
const sim = await startLanguageModelSim({ port: Number(values.port), pauseMs: Number(values.pause), faults });
console.log(`language-model-sim listens on ${sim.origin.origin}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void sim.close().then(() => process.exit(0)));
}
