import type { Studio } from '../core/studio.ts';
import { type Control, serveControl } from '../hosting/control/serve-control.ts';
import { openStudio } from '../hosting/open-studio.ts';
import { createDoor } from './door/door.ts';
import { type LiveScreen, type ServedStudio, serveStudio } from './serve-studio.ts';
import type { ServeOrder, ServingReport } from './serving-messages.ts';

/** What others are told who want the same data folder. */
const what = 'the studio in the browser';
/** Long enough for a worker to end its frame and for the closing snapshot. */
const closingMs = 15_000;

/** Work that the studio does by itself ends with its process: a person has to know, in whichever window. */
const restarted = {
  level: 'warning',
  code: 'studio.restarted',
  message:
    'The studio ended unexpectedly and was started again. Everything that was saved is kept, and so are finished takes. Requests already at a provider are followed to their end and not sent again. Drawings and films that were under way go on by themselves; what costs money waits until you say so.',
} as const;

/**
 * The studio and its server, in a process that the keeper starts, and starts again should it fail. It ends when it is
 * told to, or when the keeper is gone.
 */
export function runServingProcess(openLiveScreen?: () => Promise<LiveScreen>): void {
  let studio: Studio | null = null;
  let served: ServedStudio | null = null;
  let control: Control | null = null;
  let ending = false;
  const report = (message: ServingReport): void => {
    if (process.connected) process.send?.(message);
  };
  const end = async (code: number): Promise<void> => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(code), closingMs).unref();
    control?.close();
    await served?.close();
    await studio?.close();
    process.exit(code);
  };
  const serve = async (order: ServeOrder): Promise<void> => {
    const opened = openStudio({
      home: order.home,
      what,
      readOnly: false,
      provider: null,
      env: process.env,
      exportsFolder: order.exportsFolder,
      kind: 'server',
    });
    if (!opened.ok) {
      report({ is: 'refused', ...opened.fault });
      return end(1);
    }
    studio = opened.value;
    if (order.again) studio.parts.notices.add(restarted);
    const door = createDoor(order.door, (keys) => report({ is: 'door', door: keys }));
    const { port, appFolder } = order;
    const liveScreen = (await openLiveScreen?.()) ?? null;
    const serving = await serveStudio({ studio, door, port, appFolder, liveScreen });
    if (!serving.ok) {
      report({ is: 'refused', ...serving.fault });
      return end(1);
    }
    served = serving.value;
    const { host } = served;
    control = await serveControl({
      studio,
      what,
      show: () => `http://${host}/enter#ticket=${door.newTicket()}`,
    });
    const notices = studio.parts.store.notices.map(({ message }) => message);
    report({ is: 'serving', host: served.host, port: served.port, notices });
  };
  process.once('message', (order: ServeOrder) => void serve(order));
  process.on('disconnect', () => void end(0));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
}
