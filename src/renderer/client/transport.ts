import type { ClientContext, ClientLink } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import { type DesktopBridge, studioPortMessage } from '../../contract/desktop-bridge.ts';
import type { Host } from './host.ts';

/** One open line to the studio. */
export interface Transport {
  readonly link: ClientLink<ClientContext>;
  /** Settles when the line is gone, whoever ended it. */
  readonly closed: Promise<void>;
  close(): void;
}

/** Opens a line; rejects where the studio cannot be reached now. */
export function openTransport(host: Host): Promise<Transport> {
  return host.bridge === null ? openSocket() : openPort(host.bridge);
}

function openSocket(): Promise<Transport> {
  const address = new URL('/rpc', location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(address);
  return new Promise((resolve, reject) => {
    const closed = new Promise<void>((settle) => {
      socket.addEventListener('close', () => {
        settle();
        reject(new Error('The studio did not take the connection.'));
      });
    });
    socket.addEventListener('open', () => {
      resolve({ link: new SocketLink({ websocket: socket }), closed, close: () => socket.close() });
    });
  });
}

/** How long the desktop's main process may take to bring a port, when its studio is just starting. */
const portTimeoutMs = 20_000;

function openPort(bridge: DesktopBridge): Promise<Transport> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      window.removeEventListener('message', onMessage);
      reject(new Error('The studio did not bring a port.'));
    }, portTimeoutMs);
    const onMessage = (event: MessageEvent): void => {
      const port = event.ports[0];
      if (event.source !== window || event.data !== studioPortMessage || port === undefined) return;
      window.removeEventListener('message', onMessage);
      clearTimeout(timer);
      resolve(overPort(port, bridge));
    };
    window.addEventListener('message', onMessage);
    bridge.connect();
  });
}

function overPort(port: MessagePort, bridge: DesktopBridge): Transport {
  const closed = new Promise<void>((settle) =>
    port.addEventListener('close', () => settle(), { once: true }),
  );
  // Where Chromium does not tell that the other end is gone, calls that wait would wait for ever.
  const stopListening = bridge.onStudioGone(() => port.dispatchEvent(new Event('close')));
  void closed.then(() => {
    stopListening();
    port.close();
  });
  const link = new PortLink({ port });
  port.start();
  return { link, closed, close: () => port.close() };
}
