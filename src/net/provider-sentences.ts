import type { Fault } from '../domain/kernel/result.ts';

/** What the sentences about a provider name. */
export interface ProviderNames {
  /** "Replicate". */
  readonly name: string;
  /** Where keys are made: "replicate.com/account/api-tokens". */
  readonly keysAt: string;
  /** The variable that a key may come in. */
  readonly variable: string;
  /** Where an account is filled up. */
  readonly billingAt: string;
}

export type ProviderSentences = ReturnType<typeof createProviderSentences>;

/**
 * What went wrong with a provider, in sentences that are the same for all of them: what happened, what was kept, what to do
 * next. `words` are the provider's own, in one line.
 */
export function createProviderSentences({ name, keysAt, variable, billingAt }: ProviderNames) {
  const fault = (code: Fault['code'], message: string, detail?: Fault['detail']): Fault =>
    detail === undefined ? { code, message } : { code, message, detail };
  return {
    keyMissing: () =>
      fault(
        'provider.key-missing',
        `There is no key for ${name}. Nothing was sent. Make one at ${keysAt} and put it into Settings, or into ${variable} before the studio starts.`,
      ),
    keyOdd: () =>
      fault(
        'provider.key-refused',
        `The key for ${name} contains characters that no key has. Nothing was sent. Copy it again from ${keysAt}.`,
      ),
    keyRefused: (words: string, detail?: Fault['detail']) =>
      fault(
        'provider.key-refused',
        `${name} refused the key (${words}). Nothing was charged. Check it at ${keysAt}, or make a new one there.`,
        detail,
      ),
    keyTaken: () => `${name} took the key. Nothing was charged.`,
    keyUntested: (status: number) =>
      fault(
        'provider.unreachable',
        `${name} answered the test with ${status}, which says nothing about the key. Nothing was charged; try again later.`,
      ),
    noBalance: (words: string, detail?: Fault['detail']) =>
      fault(
        'provider.no-balance',
        `${name} did not take the request: the account is used up (${words}). Nothing was charged. Fill it up at ${billingAt}, then run again.`,
        detail,
      ),
    contentRefused: (words: string, detail?: Fault['detail']) =>
      fault(
        'provider.content-refused',
        `${name} refused the content of the shot: ${words}. Change the shot's prompt and retry it.`,
        detail,
      ),
    modelGone: (words: string, detail?: Fault['detail']) =>
      fault(
        'provider.model-gone',
        `${name} does not know the model any more, or not for this account (${words}). Nothing was charged. Choose another model.`,
        detail,
      ),
    requestRefused: (words: string, detail?: Fault['detail']) =>
      fault(
        'provider.request-refused',
        `${name} refused the request: ${words}. Change the shot or the model and retry it.`,
        detail,
      ),
    rateLimited: () =>
      fault('provider.rate-limited', `${name} asked to send fewer requests for now. It is tried again.`),
    notReached: (why: string) =>
      fault(
        'provider.unreachable',
        `${name} could not be reached: ${why}. Nothing was sent; it is tried again.`,
      ),
    trouble: (why: string) => fault('provider.unreachable', `${name} could not be reached: ${why}.`),
    broken: (why: string) =>
      fault('provider.answer-unreadable', `The line to ${name} broke after the request was sent: ${why}.`),
    unclear: (words: string) =>
      fault('provider.answer-unreadable', `${name} answered the request with ${words}.`),
    unreadable: () => fault('provider.answer-unreadable', `What ${name} answered could not be read.`),
    generationFailed: (words: string) =>
      fault(
        'provider.generation-failed',
        `${name} could not make it: ${words}. Change the shot or the model, or retry it.`,
      ),
    resultGone: (words: string) =>
      fault('provider.result-gone', `${name} does not hold the result any more (${words}).`),
    addressRefused: (address: string) =>
      fault(
        'provider.address-refused',
        `An answer of ${name} named an address that none of its files come from: ${address}. Nothing was sent there.`,
      ),
    notStored: (why: string) =>
      fault(
        'library.not-writable',
        `The picture of ${name} came, but could not be stored: ${why}. ${name} keeps none. Make room, then decide whether to send it again.`,
      ),
    noRoom: (why: string) =>
      fault(
        'library.not-writable',
        `There is no place for the picture: ${why}. ${name} keeps none, so nothing was sent.`,
      ),
    keepsNone: () =>
      fault(
        'provider.result-gone',
        `${name} keeps no results, and none had arrived whole. Whether it was charged stands in your account at ${billingAt}.`,
      ),
  };
}
