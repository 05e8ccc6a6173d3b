import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { WebSocket } from 'ws';
import type { z } from 'zod';
import type { StudioClient } from '../../contract/contract.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import { productVersion } from '../product-version.ts';
import { type ControlFile, readControlFile } from './control-file.ts';
import { ControlHello, ControlShown } from './serve-control.ts';

/** A studio that has the data folder open, in another process. */
export interface RunningStudio {
  readonly what: string;
  readonly pid: number;
  /** Opens a line for calls. Rejects where the studio went away meanwhile. */
  open(): Promise<{ readonly client: StudioClient; close(): void }>;
  /** Asks it to show itself: a new address for a browser, null where a window came to the front. */
  show(): Promise<Result<string | null>>;
}

/** A studio in the middle of a long step answers late; one that never does is not waited for. */
const answerMs = 10_000;

/**
 * The studio that has this data folder open, or null: none runs, or what is left of one that was killed. One of another
 * version is a fault, since it may understand the same call differently.
 */
export async function findRunningStudio(home: string): Promise<Result<RunningStudio | null>> {
  const file = readControlFile(home);
  if (file === null) return ok(null);
  const hello = await ask(file, 'GET', '/hello', ControlHello);
  if (hello === null) return ok(null);
  if (hello.version !== productVersion) {
    return fail(
      'control.other-version',
      `Reelwright ${hello.version} has ${home} open (${hello.what}, process ${hello.pid}), and this is version ${productVersion}. Nothing was done. Close it, or use the command line of the same version.`,
    );
  }
  return ok({
    what: hello.what,
    pid: hello.pid,
    open: () => openLine(file),
    async show() {
      const shown = await ask(file, 'POST', '/show', ControlShown);
      return shown === null
        ? fail('connection.lost', 'The studio that is running does not answer.')
        : ok(shown.address);
    },
  });
}

class SocketAgent extends Agent {
  readonly #path: string;
  constructor(path: string) {
    super();
    this.#path = path;
  }
  override createConnection(): Socket {
    return connect(this.#path);
  }
}

/** null where nobody answers, or not what is expected: then there is no studio of ours on the other side. */
function ask<T>(file: ControlFile, method: string, path: string, schema: z.ZodType<T>): Promise<T | null> {
  return new Promise((resolve) => {
    const asked = request(
      {
        socketPath: file.socket,
        method,
        path,
        headers: authorization(file),
        signal: AbortSignal.timeout(answerMs),
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (piece: string) => {
          text += piece;
        });
        response.on('end', () => resolve(parse(text, schema)));
        response.on('error', () => resolve(null));
      },
    );
    asked.on('error', () => resolve(null));
    asked.end();
  });
}

function parse<T>(text: string, schema: z.ZodType<T>): T | null {
  try {
    const read = schema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    // Not JSON, so not ours.
    return null;
  }
}

function openLine(file: ControlFile): Promise<{ client: StudioClient; close(): void }> {
  const socket = new WebSocket('ws://studio/rpc', {
    agent: new SocketAgent(file.socket),
    headers: authorization(file),
    perMessageDeflate: false,
    handshakeTimeout: answerMs,
    maxPayload: 256 * 1024 * 1024,
  });
  socket.binaryType = 'arraybuffer';
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('open', () => {
      socket.on('error', () => socket.terminate());
      const client: StudioClient = createORPCClient(new RPCLink({ websocket: socket as never }));
      resolve({ client, close: () => socket.close() });
    });
  });
}

function authorization({ token }: ControlFile): { authorization: string } {
  return { authorization: `Bearer ${token}` };
}
