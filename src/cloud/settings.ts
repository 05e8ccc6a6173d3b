import { z } from 'zod';
import { fail, ok, type Result } from '../domain/kernel/result.ts';

/** What the service is told by its surroundings. */
export interface CloudSettings {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  readonly databaseConnections: number;
  /** Address of Clerk's Frontend API: who issues the tokens, and where its keys are. */
  readonly issuer: string;
  /** Origins that tokens may be made for (`azp`). A token of an app without an origin names none. */
  readonly authorisedParties: readonly string[];
  /** Asked for by `/metrics`; null where only a private network reaches it. */
  readonly metricsToken: string | null;
}

const address = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, ''));
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8_080),
  HOST: z.string().default('0.0.0.0'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(1).max(200).default(10),
  CLERK_ISSUER: address,
  CLERK_AUTHORISED_PARTIES: z
    .string()
    .default('')
    .transform((text) => text.split(',').map((party) => party.trim()))
    .transform((parties) => parties.filter((party) => party !== '')),
  METRICS_TOKEN: z.string().min(16).optional(),
});

/** Reads the settings; the fault names each one that is missing or wrong, never its value. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
): Result<CloudSettings> {
  const read = Environment.safeParse(environment);
  if (!read.success) {
    const names = [...new Set(read.error.issues.map(({ path }) => path.join('.')))];
    return fail(
      'cloud.settings',
      `The service was not started: ${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} missing or cannot be used. docs/deploy.md says what belongs there.`,
      { names },
    );
  }
  const { data } = read;
  return ok({
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL,
    databaseConnections: data.DATABASE_CONNECTIONS,
    issuer: data.CLERK_ISSUER,
    authorisedParties: data.CLERK_AUTHORISED_PARTIES,
    metricsToken: data.METRICS_TOKEN ?? null,
  });
}
