import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { closeBrowser, openBrowser } from './browser.ts';
import { journal, onOrder } from './journal.ts';

/** The folder that plays the person's settings folder. */
const userData = process.env['STAND_IN_USER_DATA'] ?? '';

type Used = Pick<
  App,
  | 'isPackaged'
  | 'getPath'
  | 'getVersion'
  | 'getAppPath'
  | 'requestSingleInstanceLock'
  | 'addRecentDocument'
  | 'setAsDefaultProtocolClient'
>;

class AppStandIn extends EventEmitter implements Used {
  readonly isPackaged = true;
  private readonly ready = openBrowser();
  getPath(): string {
    return userData;
  }
  getVersion(): string {
    return '0.0.0-stand-in';
  }
  getAppPath(): string {
    return process.cwd();
  }
  requestSingleInstanceLock(): boolean {
    return process.env['STAND_IN_SECOND_INSTANCE'] !== '1';
  }
  addRecentDocument(path: string): void {
    journal({ kind: 'recent', path });
  }
  setAsDefaultProtocolClient(scheme: string): boolean {
    journal({ kind: 'scheme', scheme });
    return true;
  }
  whenReady(): Promise<void> {
    return this.ready;
  }
  /** As Electron does it: `will-quit` may put it off. */
  quit(): void {
    let prevented = false;
    this.emit('will-quit', { preventDefault: () => (prevented = true) });
    if (prevented) return;
    journal({ kind: 'quit' });
    void closeBrowser().finally(() => process.exit(0));
  }
}

export const app = new AppStandIn();

onOrder((order) => {
  if (order.kind === 'quit') app.quit();
  if (order.kind === 'start-again') app.emit('second-instance', {}, order.argv);
  if (order.kind === 'open-file') app.emit('open-file', { preventDefault: () => undefined }, order.path);
});
