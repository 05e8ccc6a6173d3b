import type { AccountState } from '../../contract/account.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { Identity, SignInStep } from '../ports/identity.ts';
import type { Account, AccountParts } from './account.ts';
import { awaitBrowser, noWayBack } from './await-browser.ts';
import { createLinkReturns } from './await-link.ts';
import { createBrowserTrips } from './browser-trips.ts';
import { createStanding } from './standing.ts';

/** Signing in step by step, over who is signed in here. */
export function createAccount({ ports, tokens, asksAtStart, ...machine }: AccountParts): Account {
  const identity = ports?.openIdentity(tokens) ?? null;
  const listeners = new Set<() => void>();
  const onChange = (): void => {
    for (const listener of listeners) listener();
  };
  const standing = createStanding({ ...machine, identity, tokens, onChange });
  let step: AccountState['step'] = null;
  let keepsInFile = false;

  const known = (): Result<Identity> =>
    identity === null
      ? fail(
          'account.no-service',
          'This build knows of no service to sign in to. Everything else works without one.',
        )
      : ok(identity);

  const take = async (service: Identity, result: Result<SignInStep>): Promise<Result<void>> => {
    if (!result.ok) {
      if (result.fault.code === 'account.not-started') step = null;
      onChange();
      return result;
    }
    if (result.value.kind !== 'done') {
      step = stateOf(result.value);
      onChange();
      return ok(undefined);
    }
    step = null;
    const kept = await tokens.keep(keepsInFile);
    const told = await standing.refresh(service);
    return kept.ok ? told : kept;
  };

  const links = createLinkReturns();
  const browser =
    identity === null || ports === null
      ? null
      : createBrowserTrips(
          [
            () => awaitBrowser(ports.returnPorts),
            ...(ports.takesLinks ? [async () => ok(links.open())] : []),
          ],
          machine.clock,
        );

  const begin = (keepInFile: boolean): void => {
    browser?.leave();
    keepsInFile = keepInFile;
    standing.message = null;
  };

  if (asksAtStart && !machine.readOnly) void standing.start();

  return {
    async state() {
      const { kept, wouldBeKept, mayUseFile } = await tokens.describe();
      const { signedIn, offlineSinceMs, message } = standing;
      return {
        ...{ available: identity !== null, signedIn, step, offlineSinceMs, message },
        ...{ kept: signedIn === null ? null : kept, wouldBeKept, mayUseFile },
      };
    },
    async token(renew) {
      if (identity === null || standing.signedIn === null) return null;
      const token = await identity.token(renew);
      if (token.ok) return token.value;
      standing.failed(token.fault);
      return null;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async ask(run) {
      const service = known();
      if (!service.ok) return service;
      const answer = await run(service.value);
      if (answer.ok) standing.reached();
      else if (answer.fault.code === 'account.session-ended') standing.failed(answer.fault);
      return answer;
    },
    async refresh() {
      const service = known();
      return service.ok ? standing.refresh(service.value) : service;
    },
    async enter(run, keepInFile) {
      const service = known();
      if (!service.ok) return service;
      if (keepInFile !== undefined) begin(keepInFile);
      return take(service.value, await run(service.value));
    },
    async enterInBrowser(provider, keepInFile) {
      const service = known();
      if (!service.ok || browser === null) return service.ok ? noWayBack() : service;
      begin(keepInFile);
      const page = await browser.begin({
        start: (returnUrl) => service.value.startInBrowser(provider, returnUrl),
        async onEnd(arrivedAt) {
          step = null;
          const taken =
            arrivedAt === null
              ? ok(undefined)
              : await take(service.value, await service.value.finishInBrowser(arrivedAt));
          if (!taken.ok) standing.message = taken.fault.message;
          onChange();
        },
      });
      if (!page.ok) return page;
      step = { kind: 'browser', provider, page: page.value.href };
      onChange();
      return ok(undefined);
    },
    async connectInBrowser(provider) {
      const service = known();
      if (!service.ok || browser === null) return service.ok ? noWayBack() : service;
      standing.message = null;
      return browser.begin({
        start: (returnUrl) => service.value.startConnecting(provider, returnUrl),
        async onEnd(arrivedAt) {
          if (arrivedAt === null) return;
          const finished = await service.value.finishConnecting(arrivedAt);
          standing.message = finished.ok ? null : finished.fault.message;
          await standing.refresh(service.value);
        },
      });
    },
    linkArrived: links.arrived,
    cancel() {
      browser?.leave();
      [step, standing.message] = [null, null];
      onChange();
    },
    async signOut() {
      const service = known();
      if (!service.ok) return service;
      const answer = await service.value.signOut();
      step = null;
      standing.signedOut(answer.ok ? null : notTold);
      onChange();
      return ok(undefined);
    },
    close() {
      standing.close();
      browser?.leave();
    },
  };
}

const notTold =
  'This device is signed out. The account service could not be told; from another device its session can be ended at once, else it ends by itself within a week.';

function stateOf(step: Exclude<SignInStep, { kind: 'done' }>): NonNullable<AccountState['step']> {
  switch (step.kind) {
    case 'first-factor':
      return { ...step, factors: [...step.factors] };
    case 'second-factor':
      return { ...step, factors: [...step.factors] };
    case 'verify-email':
    case 'reset-code':
    case 'new-password':
      return step;
  }
}
