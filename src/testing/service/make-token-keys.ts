import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

export interface TokenClaims {
  readonly sub: string;
  readonly sid?: string;
  readonly azp?: string;
  /** The organisation that the person works in. */
  readonly o?: { readonly id: string; readonly rol: string; readonly slg?: string };
  /** `u:creator`, `o:studio`. */
  readonly pla?: string;
  readonly [claim: string]: unknown;
}

export interface TokenKeys {
  /** The public half, as a Frontend API publishes it. */
  readonly jwks: { readonly keys: JWK[] };
  readonly issuer: string;
  /** A session token as Clerk makes them (version 2): RS256, sixty seconds. */
  sign(
    claims: TokenClaims,
    times?: { readonly nowMs?: number; readonly lifetimeS?: number },
  ): Promise<string>;
}

/** A key pair of somebody who issues session tokens. */
export async function makeTokenKeys(issuer: string, kid = 'ins_test'): Promise<TokenKeys> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' };
  return {
    issuer,
    jwks: { keys: [jwk] },
    sign(claims, { nowMs = Date.now(), lifetimeS = 60 } = {}) {
      const nowS = Math.floor(nowMs / 1_000);
      return new SignJWT({ sid: `sess_${claims.sub}`, sts: 'active', v: 2, ...claims })
        .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
        .setIssuer(typeof claims['iss'] === 'string' ? claims['iss'] : issuer)
        .setIssuedAt(nowS)
        .setNotBefore(nowS - 10)
        .setExpirationTime(nowS + lifetimeS)
        .sign(privateKey);
    },
  };
}
