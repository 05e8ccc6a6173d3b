import { join } from 'node:path';
import { defaultHome } from '../core/store/default-home.ts';
import { findRunningStudio, type RunningStudio } from '../hosting/control/find-running-studio.ts';
import { exitCodes } from '../hosting/exit-codes.ts';
import { newDoorKeys } from './door/door.ts';
import { type Keeper, keepServing } from './keep-serving.ts';
import { openBrowser } from './open-browser.ts';
import { parseServerArguments, serverUsage } from './server-arguments.ts';

export interface ServerSurroundings {
  readonly say: (sentence: string) => void;
  /** Builds the screen where it is missing or old. */
  readonly prepareScreen: () => Promise<void>;
  /** Module of the process that serves. */
  readonly entry: URL;
  /** Waits for changed code where others give up. */
  readonly patient?: boolean;
  /** Called with the keeper, for whoever restarts the studio on changes. */
  readonly onKeeper?: (keeper: Keeper) => void;
}

/** Serves the studio to a browser on this computer until it is told to end. Returns the exit code. */
export async function main(argv: readonly string[], surroundings: ServerSurroundings): Promise<number> {
  const { say, prepareScreen, entry, patient = false } = surroundings;
  const parsed = parseServerArguments(argv);
  if (!parsed.ok) {
    say(parsed.fault.message);
    return exitCodes.usage;
  }
  const { home, exportsFolder, port, renderer, open, reuseAddress, help } = parsed.value;
  if (help) {
    say(serverUsage);
    return exitCodes.done;
  }
  const running = await findRunningStudio(home ?? defaultHome());
  if (!running.ok) {
    say(running.fault.message);
    return exitCodes.failed;
  }
  if (running.value !== null) return showRunning(running.value, open, say);
  try {
    if (renderer === null) await prepareScreen();
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split('\n');
    say(`The screen could not be built (${reason}). Nothing was started. "npm ci" puts its tools right.`);
    return exitCodes.failed;
  }
  const door = newDoorKeys(reuseAddress);
  const appFolder = renderer ?? join(import.meta.dirname, '../../out/renderer');
  const kept = await keepServing({
    entry,
    say,
    patient,
    order: { home, exportsFolder, port, appFolder, door },
  });
  if (!kept.ok) {
    say(kept.fault.message);
    return exitCodes.failed;
  }
  const keeper = kept.value;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => keeper.end());
  surroundings.onKeeper?.(keeper);
  for (const notice of keeper.notices) say(notice);
  const [ticket = ''] = door.tickets;
  const address = `http://${keeper.host}/enter#ticket=${ticket}`;
  const opened = open && (await openBrowser(address));
  say(
    opened
      ? 'Reelwright is open in your browser. If it is not, open this address:'
      : 'Open Reelwright at this address:',
  );
  say(`  ${address}`);
  say(
    reuseAddress
      ? 'Ctrl-C ends the studio.'
      : 'It works once; the same command in another terminal prints a new one (--reuse-address: any number of times). Ctrl-C ends the studio.',
  );
  const fault = await keeper.ended;
  if (fault === null) return exitCodes.done;
  say(fault.message);
  return exitCodes.failed;
}

/** A second start on the same data folder brings the first one to the person. */
async function showRunning(
  { what, pid, show }: RunningStudio,
  open: boolean,
  say: (sentence: string) => void,
): Promise<number> {
  const shown = await show();
  if (!shown.ok) {
    say(shown.fault.message);
    return exitCodes.failed;
  }
  const address = shown.value;
  say(`Reelwright runs already with this data folder (${what}, process ${pid}).`);
  if (address === null) {
    say('Its window was brought to the front.');
    return exitCodes.done;
  }
  const opened = open && (await openBrowser(address));
  say(opened ? 'It is open in your browser. If it is not, open this address:' : 'Open it at this address:');
  say(`  ${address}`);
  say('It works once.');
  return exitCodes.done;
}
