import { parseArgs } from 'node:util';
import { type SimFaultName, type SimFaultRule, simFaultNames } from './sim-faults.ts';
import { startFalSim } from './start-fal-sim.ts';

const usage = `A stand-in for Fal on this computer. Nothing it does costs anything.

  npm run fal-sim -- [--port 8787] [--key KEY] [--latency MS] [--state FILE] [--fault NAME[:TIMES[:MATCH]]] …

Then: REELWRIGHT_FAL_URL=http://127.0.0.1:8787 FAL_KEY=any npm run film -- story.fountain --provider fal
  GET  /__sim/submits   every submit that arrived
  GET  /__sim/charges   every request that Fal would have billed
  POST /__sim/faults    [{"fault": "lose-answer", "times": 2, "match": "lighthouse"}]
Faults: ${simFaultNames.join(', ')}`;

function ruleOf(text: string): SimFaultRule {
  const [fault = '', times, match] = text.split(':');
  if (!simFaultNames.includes(fault)) {
    console.error(`There is no fault "${fault}".\n\n${usage}`);
    process.exit(2);
  }
  return {
    fault: fault as SimFaultName,
    ...(times === undefined || times === '' ? {} : { times: times === 'always' ? null : Number(times) }),
    ...(match === undefined ? {} : { match }),
  };
}

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8787' },
    key: { type: 'string', multiple: true },
    latency: { type: 'string', default: '0' },
    state: { type: 'string' },
    fault: { type: 'string', multiple: true, default: [] },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}
const sim = await startFalSim({
  port: Number(values.port),
  ...(values.key === undefined ? {} : { keys: values.key }),
  latencyMs: Number(values.latency),
  stateFile: values.state ?? null,
  faults: values.fault.map(ruleOf),
});
console.log(`fal-sim listens on ${sim.origin.origin} (REELWRIGHT_FAL_URL=${sim.origin.origin} FAL_KEY=any)`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void sim.close().then(() => process.exit(0)));
}
