import { parseArgs } from 'node:util';
import { startClerkSim } from './start-clerk-sim.ts';

const usage = `A stand-in for Clerk on this computer. Nobody can sign in to anything else with it.

  node tools/run-clerk-sim.mjs [--port 8797] [--person EMAIL[:PASSWORD]] …

Then: REELWRIGHT_CLERK_KEY=… npm start, with the key that it prints. Every code is 424242.
  GET  /__sim/codes          every code that was sent
  GET  /__sim/people         who has an account, and what an authenticator shows
  POST /__sim/people         {"email": "…", "password": "…", "secondFactor": true, "plan": "creator"}
  POST /__sim/organisations  {"name": "…", "roles": {"user_…": "org:admin"}}
  POST /__sim/revoke         {"personId": "user_…"}
  POST /__sim/faults         [{"fault": "rate-limited", "times": 2, "match": "sign_ins"}]
Faults: offline, rate-limited, server-error, signed-out, slow, html`;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8797' },
    person: { type: 'string', multiple: true, default: ['ada@example.com:a quiet harbour'] },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}
const sim = await startClerkSim({ port: Number(values.port) });
for (const person of values.person) {
  const [email = '', password] = person.split(':');
  sim.people.add({ email, password: password ?? null, firstName: email.split('@')[0] ?? '' });
}
console.log(`clerk-sim listens on ${sim.origin.origin} (REELWRIGHT_CLERK_KEY=${sim.publishableKey})`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void sim.close().then(() => process.exit(0)));
}
