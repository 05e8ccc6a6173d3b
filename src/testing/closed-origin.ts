import { createServer } from 'node:net';

/** An address of this computer that refuses every connection. */
export async function closedOrigin(): Promise<URL> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return new URL(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 9}`);
}
