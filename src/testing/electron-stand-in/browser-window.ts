import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { BrowserWindowConstructorOptions } from 'electron';
import type { Page } from 'playwright';
import { app } from './app.ts';
import { openContext } from './browser.ts';
import { ipcMain } from './ipc-main.ts';
import { journal, onOrder } from './journal.ts';
import { pageScript } from './page-script.ts';
import { asApp } from './protocol.ts';
import { type Encoded, WebContentsStandIn } from './web-contents.ts';

type FromPage =
  | { readonly kind: 'send' | 'invoke'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'port-message'; readonly port: number; readonly data: Encoded }
  | { readonly kind: 'open'; readonly url: string };

/** `BrowserWindow` over a page of headless Chromium. */
export class BrowserWindow extends EventEmitter {
  private static readonly windows: BrowserWindow[] = [];
  static hasFocus = true;
  readonly webContents: WebContentsStandIn;
  private readonly options: BrowserWindowConstructorOptions;
  private destroyed = false;
  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    journal({ kind: 'window', webPreferences: options.webPreferences ?? {} });
    this.webContents = new WebContentsStandIn(this.openPage());
    BrowserWindow.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  static getAllWindows(): readonly BrowserWindow[] {
    return BrowserWindow.windows.filter((window) => !window.destroyed);
  }
  static getFocusedWindow(): BrowserWindow | null {
    return BrowserWindow.hasFocus ? (BrowserWindow.getAllWindows()[0] ?? null) : null;
  }
  static fromWebContents(contents: WebContentsStandIn): BrowserWindow | null {
    return BrowserWindow.windows.find((window) => window.webContents === contents) ?? null;
  }
  loadURL(url: string): Promise<void> {
    return this.webContents.load(url);
  }
  show(): void {}
  focus(): void {}
  maximize(): void {}
  restore(): void {}
  isMinimized(): boolean {
    return false;
  }
  isMaximized(): boolean {
    return false;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  getNormalBounds(): { x: number; y: number; width: number; height: number } {
    const { x = 0, y = 0, width = 1280, height = 800 } = this.options;
    return { x, y, width, height };
  }

  private async openPage(): Promise<Page> {
    const page = await openContext().newPage();
    const preload = readFileSync(this.options.webPreferences?.preload ?? '', 'utf8');
    await page.exposeFunction('standInCall', (message: FromPage) => this.receive(page, message));
    await page.addInitScript(pageScript(preload));
    await page.route('**/*', (route) => {
      const request = route.request();
      const goes =
        request.isNavigationRequest() && request.frame() === page.mainFrame() && page.url() !== 'about:blank';
      if (
        goes &&
        asApp(request.url()) !== asApp(page.url()) &&
        !this.webContents.mayNavigate(request.url())
      ) {
        // An answer without content leaves the page where it is; an aborted one would show an error page.
        return route.fulfill({ status: 204 });
      }
      // Another document: the lines of the one before are gone.
      if (request.isNavigationRequest() && request.frame() === page.mainFrame())
        this.webContents.closePorts();
      return route.fallback();
    });
    page.on('close', () => {
      this.emit('close');
      this.destroyed = true;
      this.webContents.closePorts();
      if (BrowserWindow.getAllWindows().length === 0) app.emit('window-all-closed');
    });
    return page;
  }

  private async receive(page: Page, message: FromPage): Promise<unknown> {
    if (message.kind === 'port-message') return this.webContents.fromPage(message.port, message.data);
    if (message.kind === 'open') return this.webContents.askToOpen(message.url);
    const event = { sender: this.webContents, senderFrame: { url: asApp(page.url()) } };
    if (message.kind === 'send') return void ipcMain.emit(message.channel, event, ...message.args);
    return ipcMain.handlers.get(message.channel)?.(event as never, ...message.args);
  }
}

onOrder((order) => {
  if (order.kind === 'focus') BrowserWindow.hasFocus = order.focused;
});
