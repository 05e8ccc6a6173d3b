import { answerJson, type Exchange, readJson } from '../fal-sim/sim-exchange.ts';
import type { FaultRule } from '../sim-parts/fault-list.ts';
import { type ClerkFault, clerkFaultNames, type SimContext } from './sim-context.ts';
import type { NewSimOrganisation, NewSimPerson } from './sim-people.ts';
import { totpCode } from './totp.ts';

/** GET __sim/codes, __sim/people; POST __sim/people, __sim/organisations, __sim/revoke, __sim/faults: for another process. */
export async function controlRoute(sim: SimContext, exchange: Exchange, path: string): Promise<void> {
  const { request } = exchange;
  const body = request.method === 'POST' ? await readJson(request) : null;
  switch (`${request.method} ${path}`) {
    case 'GET codes':
      return answerJson(exchange, 200, sim.sentCodes);
    case 'GET people':
      return answerJson(exchange, 200, sim.people.all().map(asTold(sim)));
    case 'POST people':
      return answerJson(exchange, 200, asTold(sim)(sim.people.add(body as unknown as NewSimPerson)));
    case 'POST organisations':
      return answerJson(exchange, 200, sim.people.addOrganisation(body as unknown as NewSimOrganisation));
    case 'POST revoke': {
      const ended = sim.clients.sessionsOfPerson(String(body?.personId));
      for (const { id } of ended) sim.clients.endSession(id, 'revoked');
      return answerJson(exchange, 200, { ended: ended.length });
    }
    case 'POST faults': {
      const rules = (Array.isArray(body) ? body : [body]) as unknown as FaultRule<ClerkFault>[];
      const wrong = rules.find((rule) => !clerkFaultNames.includes(rule?.fault));
      if (wrong !== undefined) return answerJson(exchange, 422, { detail: `no such fault: ${wrong?.fault}` });
      sim.faults.set(rules);
      return answerJson(exchange, 200, { faults: rules.length });
    }
    default:
      return answerJson(exchange, 404, { detail: 'Not found' });
  }
}

function asTold(sim: SimContext) {
  return (person: ReturnType<SimContext['people']['add']>) => ({
    ...{ id: person.id, email: person.email, plan: person.plan },
    totp: person.totpSecret === null ? null : totpCode(person.totpSecret, sim.nowMs()),
  });
}
