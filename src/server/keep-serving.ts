import { type ChildProcess, fork } from 'node:child_process';
import { type Fault, fail, ok, type Result } from '../domain/kernel/result.ts';
import type { DoorKeys } from './door/door.ts';
import type { ServeOrder, ServingReport } from './serving-messages.ts';

export interface KeeperOptions {
  /** Module that the process runs. */
  readonly entry: URL;
  readonly order: Omit<ServeOrder, 'is' | 'again'>;
  readonly say: (sentence: string) => void;
  /** Waits for {@link Keeper.restart} where others give up: code that does not start is being written. */
  readonly patient?: boolean;
}

export interface Keeper {
  readonly host: string;
  readonly notices: readonly string[];
  /** Settles when there is nothing more to keep: null after {@link end}, else why it was given up. */
  readonly ended: Promise<Fault | null>;
  /** Replaces the process by a new one, for changed code. */
  restart(): void;
  end(): void;
}

/** A process that fails so often in so short a time will fail again. */
const mostFailures = 4;
const failuresWithinMs = 60_000;

/**
 * Keeps a studio served: the process that holds studio and server is started again when it ends unasked, with the same
 * address and the same cookie, so that open windows find it and go on. This one holds no data and cannot fail with it.
 */
export async function keepServing(options: KeeperOptions): Promise<Result<Keeper>> {
  const { entry, order, say, patient = false } = options;
  let door: DoorKeys = order.door;
  let port = order.port;
  let ending = false;
  let replacing = false;
  let child: ChildProcess;
  let failures: number[] = [];
  const gone = openPromise<Fault | null>();

  const start = (again: boolean): Promise<Extract<ServingReport, { is: 'serving' }> | Fault> => {
    child = fork(entry, [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const begun = openPromise<Extract<ServingReport, { is: 'serving' }> | Fault>();
    child.on('message', (message: ServingReport) => {
      if (message.is === 'door') door = message.door;
      else if (message.is === 'refused')
        begun.resolve({ code: message.code as Fault['code'], message: message.message });
      else begun.resolve(message);
    });
    child.on('exit', (code, signal) => begun.resolve(endedEarly(code, signal)));
    child.on('error', (error) => begun.resolve({ code: 'server.cannot-start', message: error.message }));
    child.send({ is: 'serve', ...order, port, door, again } satisfies ServeOrder, () => {
      // A process that ended before it could be told anything is seen by its exit.
    });
    return begun.promise;
  };
  const follow = (): void => {
    child.once('exit', (code, signal) => void onExit(code, signal));
  };
  const onExit = async (code: number | null, signal: NodeJS.Signals | null): Promise<void> => {
    if (ending) return gone.resolve(null);
    if (!replacing) {
      const nowMs = performance.now();
      failures = [...failures.filter((atMs) => nowMs - atMs < failuresWithinMs), nowMs];
      if (failures.length >= mostFailures) return giveUp(givenUp(failures.length));
      say(
        `The studio ended unexpectedly (${signal ?? `code ${code}`}). It is started again; what was saved is kept.`,
      );
    }
    await startAgain();
  };
  const startAgain = async (): Promise<void> => {
    const died = !replacing;
    replacing = false;
    const begun = await start(died);
    if (ending) return gone.resolve(null);
    if ('code' in begun) return giveUp(begun);
    say('The studio is back at the same address.');
    follow();
  };
  const giveUp = (fault: Fault): void => {
    if (patient) say(`${fault.message} The next change to its sources starts it again.`);
    else gone.resolve(fault);
  };

  const first = await start(false);
  if ('code' in first) return fail(first.code, first.message);
  ({ port } = first);
  follow();
  return ok({
    host: first.host,
    notices: first.notices,
    ended: gone.promise,
    restart() {
      replacing = true;
      if (hasEnded(child)) return void startAgain();
      child.kill('SIGTERM');
    },
    end() {
      ending = true;
      if (hasEnded(child)) gone.resolve(null);
      else child.kill('SIGTERM');
    },
  });
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

function endedEarly(code: number | null, signal: NodeJS.Signals | null): Fault {
  return {
    code: 'server.ended-early',
    message: `The studio ended while it was starting (${signal ?? `code ${code}`}). What was saved is kept. Run "npm run reelwright -- doctor" to see what is wrong.`,
  };
}

function givenUp(times: number): Fault {
  return {
    code: 'server.keeps-failing',
    message: `The studio ended ${times} times within a minute and is not started again. What was saved is kept. Run "npm run reelwright -- doctor" to see what is wrong.`,
  };
}

function openPromise<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let settle: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    settle = resolve;
  });
  return { promise, resolve: (value) => settle(value) };
}
