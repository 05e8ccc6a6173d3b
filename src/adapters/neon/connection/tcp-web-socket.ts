import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls, getCACertificates } from 'node:tls';

/** Authorities that this computer trusts, beside those that Node brings: providers of databases often have their own. */
function trusted(): string[] {
  return [...getCACertificates('default'), ...getCACertificates('system')];
}

/**
 * The pipe between the driver, which speaks PostgreSQL's protocol over a WebSocket, and an ordinary PostgreSQL, which speaks it
 * over TCP: an object with the face of a WebSocket and a socket behind it. No port is opened for it, so nobody else can use it.
 *
 * With `tls`, the connection is encrypted and the server's certificate and name verified before the first byte of the driver
 * (SSLRequest: PostgreSQL 18 documentation, 54.2.11 and 54.7).
 */
export function tcpWebSocket(tls: boolean): new (address: string | URL) => WebSocket {
  // The driver asks for these members only; the rest of the interface has no meaning for a pipe.
  return class extends EventTarget {
    binaryType = 'arraybuffer';
    #socket: Socket;
    #corked = false;

    constructor(address: string | URL) {
      super();
      const { hostname, port } = new URL(address);
      const host = hostname.replace(/^\[|\]$/g, '');
      this.#socket = connect({ host, port: Number(port || 5432), noDelay: true, keepAlive: true });
      this.#socket.on('error', (error) => this.#fail(error));
      this.#socket.once('close', () => this.dispatchEvent(new Event('close')));
      if (tls) this.#socket.once('connect', () => this.#encrypt(host));
      else this.#socket.once('connect', () => this.#open());
    }

    get readyState(): number {
      if (this.#socket.connecting) return 0;
      return this.#socket.destroyed ? 3 : 1;
    }

    /** The driver sends a query in five pieces: they leave in one packet. */
    send(data: ArrayBufferLike | ArrayBufferView | string): void {
      if (!this.#corked) {
        this.#corked = true;
        this.#socket.cork();
        process.nextTick(() => {
          this.#corked = false;
          this.#socket.uncork();
        });
      }
      if (typeof data === 'string') this.#socket.write(data);
      // The driver uses its buffers again, so the bytes are copied.
      else if (ArrayBuffer.isView(data)) {
        this.#socket.write(Uint8Array.from(new Uint8Array(data.buffer, data.byteOffset, data.byteLength)));
      } else this.#socket.write(new Uint8Array(data));
    }

    close(): void {
      this.#socket.end();
      this.#socket.destroySoon();
    }

    #open(): void {
      this.#socket.on('data', (bytes: Buffer) => {
        const data = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
        this.dispatchEvent(new MessageEvent('message', { data }));
      });
      this.dispatchEvent(new Event('open'));
    }

    #encrypt(host: string): void {
      const plain = this.#socket;
      plain.once('data', (answer: Buffer) => {
        if (answer.toString('latin1') !== 'S') {
          this.#fail(new Error('The database does not offer an encrypted connection.'));
          return;
        }
        this.#socket = connectTls({
          socket: plain,
          host,
          // An address is no name to be asked for (RFC 6066, 3); it is compared with the certificate all the same.
          ...(isIP(host) === 0 ? { servername: host } : {}),
          ca: trusted(),
        });
        this.#socket.on('error', (error) => this.#fail(error));
        this.#socket.once('secureConnect', () => this.#open());
      });
      plain.write(Uint8Array.from([0, 0, 0, 8, 4, 210, 22, 47]));
    }

    #fail(error: Error): void {
      this.dispatchEvent(Object.assign(new Event('error'), { error, message: error.message }));
      this.#socket.destroy();
    }
  } as unknown as new (
    address: string | URL,
  ) => WebSocket;
}
