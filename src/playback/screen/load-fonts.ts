import type { FontAddress } from '../font-addresses.ts';

/** What the fonts of a worker are kept in; the library for pages does not know it. */
interface FontHolder {
  readonly fonts: FontFaceSet;
}

/** Loads the compositor's fonts into this worker. One that cannot be had is reported and drawn with the next of its list. */
export async function loadFonts(fonts: readonly FontAddress[], holder: FontHolder): Promise<string[]> {
  const problems: string[] = [];
  await Promise.all(
    fonts.map(async ({ family, weight, address }) => {
      try {
        const face = new FontFace(family, `url(${JSON.stringify(address)})`, { weight });
        holder.fonts.add(await face.load());
      } catch (thrown) {
        problems.push(`${family}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
      }
    }),
  );
  return problems;
}
