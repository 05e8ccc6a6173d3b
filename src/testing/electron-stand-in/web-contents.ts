import { EventEmitter } from 'node:events';
import type { Page } from 'playwright';
import { journal } from './journal.ts';
import type { PortStandIn } from './message-ports.ts';
import { asApp, asStandIn } from './protocol.ts';

type WindowOpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

/** Bytes cross between the page and here as text. */
export type Encoded = { readonly text: string } | { readonly base64: string };

/** `webContents` over a page of Playwright. */
export class WebContentsStandIn extends EventEmitter {
  private readonly page: Promise<Page>;
  private readonly ports = new Map<number, PortStandIn>();
  private last = 0;
  private url = '';
  private openHandler: WindowOpenHandler = () => ({ action: 'allow' });
  constructor(page: Promise<Page>) {
    super();
    this.page = page;
  }
  getURL(): string {
    return this.url;
  }
  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.openHandler = handler;
  }
  async load(url: string): Promise<void> {
    this.url = url;
    await (await this.page).goto(asStandIn(url));
  }
  /** Whether the page may go there; asked for every document. */
  mayNavigate(url: string): boolean {
    let allowed = true;
    this.emit('will-navigate', { url: asApp(url), preventDefault: () => (allowed = false) });
    if (!allowed) journal({ kind: 'refused-navigation', url: asApp(url) });
    return allowed;
  }
  askToOpen(url: string): void {
    this.openHandler({ url });
  }
  send(channel: string, ...args: unknown[]): void {
    void this.deliver({ kind: 'send', channel, args });
  }
  postMessage(channel: string, data: unknown, ports: readonly PortStandIn[]): void {
    const port = ports[0];
    const number = ++this.last;
    if (port !== undefined) {
      this.ports.set(number, port);
      port.on('message', ({ data: message }: { data: unknown }) => {
        void this.deliver({ kind: 'port-message', port: number, data: encode(message) });
      });
      port.on('close', () => void this.deliver({ kind: 'port-close', port: number }));
      port.start();
    }
    void this.deliver({ kind: 'port', channel, data, port: number });
  }
  fromPage(port: number, data: Encoded): void {
    this.ports.get(port)?.postMessage('text' in data ? data.text : Buffer.from(data.base64, 'base64'));
  }
  closePorts(): void {
    for (const port of this.ports.values()) port.close();
    this.ports.clear();
  }
  private async deliver(message: unknown): Promise<void> {
    const page = await this.page;
    if (page.isClosed()) return;
    // A page that is just going away has nobody to tell.
    await page
      .evaluate(
        (told) => (window as unknown as { standInDeliver(m: unknown): void }).standInDeliver(told),
        message,
      )
      .catch(() => undefined);
  }
}

function encode(data: unknown): Encoded {
  if (typeof data === 'string') return { text: data };
  return { base64: Buffer.from(data as Uint8Array).toString('base64') };
}
