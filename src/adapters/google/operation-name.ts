/** "models/veo-3.1-generate-preview/operations/abc": the only shape that is put into an address. */
export function isOperationName(name: string): boolean {
  return /^models\/[\w.-]{1,100}\/operations\/[\w-]{1,200}$/.test(name);
}
