/** The secrets that the studio knows, so that they can be kept out of whatever is written or told. */
export interface Secrets {
  learn(secret: string): void;
  /** The text with every known secret, and everything that looks like one, taken out. */
  hide(text: string): string;
}

const hidden = '[hidden]';
/** Shorter ones would also take ordinary words out, and are no keys of anybody. */
const shortest = 6;

/** What secrets look like where nobody told us of them: authorizations, tokens in addresses, keys of Fal. */
const looks: readonly (readonly [RegExp, string])[] = [
  [/\b(Key|Bearer|Basic|Token)\s+[A-Za-z0-9._~+/:=-]{8,}/gi, `$1 ${hidden}`],
  [
    /([?&#](?:token|key|secret|signature|sig|auth|code|access_token|fal_jwt_token|x-goog-[a-z-]+)=)[^&\s#"']+/gi,
    `$1${hidden}`,
  ],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}:[0-9a-f]{32}\b/gi, hidden],
  [/(\/\/)[^/@\s]+@/g, `$1${hidden}@`],
];

export function createSecrets(): Secrets {
  const known = new Set<string>();
  return {
    learn(secret) {
      for (const part of [secret, secret.trim(), ...secret.trim().split(':')]) {
        if (part.length >= shortest) known.add(part);
      }
    },
    hide(text) {
      let clean = text;
      // The longest first: a part of a secret must not leave the rest of it behind.
      for (const secret of [...known].sort((a, b) => b.length - a.length)) {
        clean = clean.replaceAll(secret, hidden).replaceAll(encodeURIComponent(secret), hidden);
      }
      for (const [look, instead] of looks) clean = clean.replace(look, instead);
      return clean;
    },
  };
}
