const models = ['gpt-image-1.5', 'gpt-image-2', 'gpt-image-2.5-flare', 'gpt-image-2.5-sunburst'];
const fixedSizes = ['1024x1024', '1536x1024', '1024x1536'];
const fieldNames = ['model', 'prompt', 'size', 'quality', 'output_format', 'n'];

/** What is wrong with a request for a picture, by OpenAI's reference; null where nothing is. */
export function checkFields(
  path: string,
  fields: Readonly<Record<string, string>>,
  pictures: number,
): string | null {
  const strange = Object.keys(fields).find((name) => !fieldNames.includes(name));
  if (strange !== undefined) return `Unknown parameter: '${strange}'.`;
  const { model = '', prompt = '', size = '', quality = '' } = fields;
  if (!models.includes(model)) return `Invalid model: ${model}`;
  if (prompt === '' || prompt.length > 32_000) return 'Invalid prompt.';
  if (!['low', 'medium', 'high', 'auto'].includes(quality)) return `Invalid quality: ${quality}`;
  if (path.endsWith('/edits') && (pictures === 0 || pictures > 16)) return 'Invalid image.';
  if (model === 'gpt-image-1.5') return fixedSizes.includes(size) ? null : `Invalid size: ${size}`;
  const [width = 0, height = 0] = size.split('x').map(Number);
  const pixels = width * height;
  const fits =
    width % 16 === 0 &&
    height % 16 === 0 &&
    Math.max(width, height) <= 3840 &&
    Math.max(width, height) <= 3 * Math.min(width, height) &&
    pixels >= 655_360 &&
    pixels <= 8_294_400;
  return fits ? null : `Invalid size: ${size}`;
}
