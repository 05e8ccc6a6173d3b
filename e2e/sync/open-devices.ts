import type { StudioClient } from '../../src/contract/contract.ts';
import { startTestService, type TestService } from '../../src/testing/service/start-test-service.ts';
import { type ClerkSim, startClerkSim } from '../../tools/clerk-sim/start-clerk-sim.ts';
import { type S3Sim, startS3Sim } from '../../tools/s3-sim/start-s3-sim.ts';
import { openStudioPage, type StudioPage } from '../studio/open-studio-page.ts';
import { callStudio } from '../studio/raw-http.ts';
import { type StudioServer, startStudioServer } from '../studio/start-studio-server.ts';
import { type NetworkGate, openNetworkGate } from './network-gate.ts';

/** Who signs in on every device. */
export const ada = {
  email: 'ada@example.com',
  password: 'a quiet harbour',
  firstName: 'Ada',
  lastName: 'Byron',
};

/** A story of two shots in one scene. */
export const pier = `INT. PIER - DAY

Rain falls on the planks. A lamp swings.

MARA
Nobody hears it.
`;

/** The services that devices share: who signs people in, who mirrors their films, where files lie. */
export interface Internet {
  readonly sim: ClerkSim;
  readonly service: TestService;
  readonly storage: S3Sim;
  close(): Promise<void>;
}

export async function openInternet(): Promise<Internet> {
  const sim = await startClerkSim();
  sim.people.add({ ...ada, plan: 'creator' });
  const storage = await startS3Sim();
  const service = await startTestService({ issuer: sim.origin.origin, storage: storage.settings });
  return {
    sim,
    service,
    storage,
    async close() {
      await service.stop();
      await storage.close();
      await sim.close();
    },
  };
}

/** One device: its own data folder, its own wire to the service, Ada signed in. */
export interface Device {
  /** Between the device and the sync service. */
  readonly gate: NetworkGate;
  readonly server: StudioServer;
  readonly client: StudioClient;
  close(): Promise<void>;
}

/** A device that nobody looks at. `env` is added to the environment of its studio. */
export async function openDevice(
  internet: Internet,
  env: Readonly<Record<string, string>> = {},
): Promise<Device> {
  const gate = await openNetworkGate(internet.service.origin);
  const server = await startStudioServer({ env: { ...environment(internet, gate), ...env } });
  const { client, close } = await callStudio(server);
  await signIn(client);
  return {
    gate,
    server,
    client,
    async close() {
      close();
      await server.stop();
      await gate.close();
    },
  };
}

/** A device with its window open. */
export interface WatchedDevice extends Device {
  readonly studio: StudioPage;
}

export async function openWatchedDevice(
  internet: Internet,
  env: Readonly<Record<string, string>> = {},
): Promise<WatchedDevice> {
  const gate = await openNetworkGate(internet.service.origin);
  const studio = await openStudioPage({ env: { ...environment(internet, gate), ...env } });
  const { client, close } = await callStudio(studio.server);
  await signIn(client);
  return {
    gate,
    studio,
    server: studio.server,
    client,
    async close() {
      close();
      await studio.close();
      await gate.close();
    },
  };
}

function environment({ sim }: Internet, gate: NetworkGate): Record<string, string> {
  return { REELWRIGHT_CLERK_KEY: sim.publishableKey, REELWRIGHT_CLOUD_URL: gate.origin };
}

async function signIn({ account }: StudioClient): Promise<void> {
  await account.startSignIn({ email: ada.email, keepInFile: true });
  await account.attemptPassword({ password: ada.password });
}
