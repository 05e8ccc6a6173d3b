import { createGoogle } from '@ai-sdk/google';
import { createOpenAI } from '@ai-sdk/openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { createOpenRouter } from '@openrouter/ai-sdk-provider';
import type { LanguageModel } from 'ai';

/** What a provider's client is made of. */
export interface ClientParts {
  readonly key: string;
  readonly fetch: typeof fetch;
  readonly model: string;
}

export interface LanguageModelFacts {
  readonly id: string;
  readonly name: string;
  /** US dollars × 10⁻⁶ for a million tokens: a table of our own, not read from the provider, and so without a date. */
  readonly inputUsdMicros: number;
  readonly outputUsdMicros: number;
}

export interface LanguageProvider {
  readonly provider: string;
  readonly name: string;
  /** Where keys are made. */
  readonly keysPage: string;
  /** The only host that a key is sent to. */
  readonly host: string;
  readonly keyShape: RegExp;
  readonly keyWords: string;
  /** The first is used until somebody chooses. */
  readonly models: readonly [LanguageModelFacts, ...LanguageModelFacts[]];
  /** A path that is free to read, and needs the key. */
  readonly freePath: (key: string) => string;
  readonly keyHeaders: (key: string) => Readonly<Record<string, string>>;
  readonly open: (parts: ClientParts) => LanguageModel;
}

const bearer = (key: string): Readonly<Record<string, string>> => ({ authorization: `Bearer ${key}` });
/** One token without white space. */
const plainKey = /^\S{1,400}$/;
const million = 1_000_000;
const usd = (dollars: number): number => Math.round(dollars * million);

/** A Cloudflare key names the account as well: "account:token". */
function cloudflareParts(key: string): { readonly account: string; readonly token: string } {
  const at = key.indexOf(':');
  return { account: key.slice(0, at), token: key.slice(at + 1) };
}

export const languageProviders = {
  openai: {
    provider: 'openai',
    name: 'OpenAI',
    keysPage: 'platform.openai.com/api-keys',
    host: 'api.openai.com',
    keyShape: plainKey,
    keyWords: 'an OpenAI key',
    models: [
      { id: 'gpt-5-mini', name: 'GPT-5 mini', inputUsdMicros: usd(0.25), outputUsdMicros: usd(2) },
      { id: 'gpt-5', name: 'GPT-5', inputUsdMicros: usd(1.25), outputUsdMicros: usd(10) },
      { id: 'gpt-4.1-mini', name: 'GPT-4.1 mini', inputUsdMicros: usd(0.4), outputUsdMicros: usd(1.6) },
    ],
    freePath: () => '/v1/models',
    keyHeaders: bearer,
    open: ({ key, fetch, model }) => createOpenAI({ apiKey: key, fetch }).chat(model),
  },
  google: {
    provider: 'google',
    name: 'Google',
    keysPage: 'aistudio.google.com/apikey',
    host: 'generativelanguage.googleapis.com',
    keyShape: plainKey,
    keyWords: 'a Gemini API key',
    models: [
      {
        id: 'gemini-2.5-flash',
        name: 'Gemini 2.5 Flash',
        inputUsdMicros: usd(0.3),
        outputUsdMicros: usd(2.5),
      },
      { id: 'gemini-2.5-pro', name: 'Gemini 2.5 Pro', inputUsdMicros: usd(1.25), outputUsdMicros: usd(10) },
    ],
    freePath: () => '/v1beta/models',
    keyHeaders: (key) => ({ 'x-goog-api-key': key }),
    open: ({ key, fetch, model }) => createGoogle({ apiKey: key, fetch })(model),
  },
  openrouter: {
    provider: 'openrouter',
    name: 'OpenRouter',
    keysPage: 'openrouter.ai/settings/keys',
    host: 'openrouter.ai',
    keyShape: plainKey,
    keyWords: 'an OpenRouter key',
    models: [
      {
        id: 'google/gemini-2.5-flash',
        name: 'Gemini 2.5 Flash',
        inputUsdMicros: usd(0.3),
        outputUsdMicros: usd(2.5),
      },
      { id: 'openai/gpt-5-mini', name: 'GPT-5 mini', inputUsdMicros: usd(0.25), outputUsdMicros: usd(2) },
      {
        id: 'anthropic/claude-sonnet-4.5',
        name: 'Claude Sonnet 4.5',
        inputUsdMicros: usd(3),
        outputUsdMicros: usd(15),
      },
    ],
    freePath: () => '/api/v1/key',
    keyHeaders: bearer,
    open: ({ key, fetch, model }) =>
      createOpenRouter({ apiKey: key, fetch, compatibility: 'strict' }).chat(model, {
        usage: { include: true },
      }),
  },
  cloudflare: {
    provider: 'cloudflare',
    name: 'Cloudflare',
    keysPage: 'dash.cloudflare.com/profile/api-tokens',
    host: 'api.cloudflare.com',
    keyShape: /^[0-9a-f]{32}:\S{1,400}$/i,
    keyWords: 'a Cloudflare account id and API token with a colon between them',
    models: [
      {
        id: '@cf/meta/llama-3.3-70b-instruct-fp8-fast',
        name: 'Llama 3.3 70B',
        inputUsdMicros: usd(0.293),
        outputUsdMicros: usd(2.253),
      },
      {
        id: '@cf/openai/gpt-oss-120b',
        name: 'gpt-oss 120B',
        inputUsdMicros: usd(0.35),
        outputUsdMicros: usd(0.75),
      },
    ],
    freePath: (key) => `/client/v4/accounts/${cloudflareParts(key).account}/ai/models/search?per_page=1`,
    keyHeaders: (key) => bearer(cloudflareParts(key).token),
    open: ({ key, fetch, model }) => {
      const { account, token } = cloudflareParts(key);
      return createOpenAICompatible({
        name: 'cloudflare',
        apiKey: token,
        baseURL: `https://api.cloudflare.com/client/v4/accounts/${account}/ai/v1`,
        fetch,
        includeUsage: true,
        supportsStructuredOutputs: true,
      }).chatModel(model);
    },
  },
} as const satisfies Readonly<Record<string, LanguageProvider>>;

export type LanguageProviderName = keyof typeof languageProviders;
