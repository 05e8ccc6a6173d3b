/** A model as the stand-in serves it, written by Cloudflare's catalogue and not by the adapter's table. */
export interface CloudflareSimModel {
  /** Answers bytes, not base64 in JSON. */
  readonly binary: boolean;
  readonly tileUsdMicros: number;
  /** What is wrong with an input; null where nothing is. */
  readonly takes: (contentType: string, fields: Readonly<Record<string, string>>) => string | null;
}

const known =
  (form: boolean, most: number, ...names: string[]): CloudflareSimModel['takes'] =>
  (type, fields) => {
    if (type.startsWith('multipart/form-data') !== form) return `content type ${type}`;
    const strange = Object.keys(fields).find(
      (name) => !['prompt', ...names].includes(name) && !(form && /^input_image_[0-3]$/.test(name)),
    );
    if (strange !== undefined) return `unknown field ${strange}`;
    if ((fields['prompt'] ?? '') === '') return 'prompt is required';
    for (const side of ['width', 'height']) {
      const px = Number(fields[side] ?? 0);
      if (!Number.isInteger(px) || px > most) return `${side} must be at most ${most}`;
    }
    return null;
  };

const size = ['width', 'height', 'seed'];

export const cloudflareSimModels: Readonly<Record<string, CloudflareSimModel>> = {
  '@cf/black-forest-labs/flux-2-klein-9b': {
    binary: false,
    tileUsdMicros: 3_750,
    takes: known(true, 1920, ...size),
  },
  '@cf/black-forest-labs/flux-2-klein-4b': {
    binary: false,
    tileUsdMicros: 287,
    takes: known(true, 1920, ...size),
  },
  '@cf/black-forest-labs/flux-2-dev': {
    binary: false,
    tileUsdMicros: 10_250,
    takes: known(true, 1920, ...size, 'steps'),
  },
  '@cf/leonardo/lucid-origin': {
    binary: false,
    tileUsdMicros: 7_000,
    takes: known(false, 2500, ...size, 'num_steps', 'guidance'),
  },
  '@cf/leonardo/phoenix-1.0': {
    binary: true,
    tileUsdMicros: 5_800,
    takes: known(false, 2048, ...size, 'num_steps', 'guidance', 'negative_prompt'),
  },
  '@cf/black-forest-labs/flux-1-schnell': {
    binary: false,
    tileUsdMicros: 53,
    takes: known(false, 0, 'steps'),
  },
};

export function simPrice(
  { tileUsdMicros }: CloudflareSimModel,
  widthPx: number,
  heightPx: number,
  references: number,
): number {
  return (Math.ceil(widthPx / 512) * Math.ceil(heightPx / 512) + references) * tileUsdMicros;
}
