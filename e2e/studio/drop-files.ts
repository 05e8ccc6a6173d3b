import type { Page } from 'playwright';

export interface Dropped {
  readonly name: string;
  readonly type?: string;
  readonly bytes: string | Uint8Array;
}

/** Drops files on an element as a person would from the desktop; answers whether something took them. */
export async function dropFiles(page: Page, selector: string, files: readonly Dropped[]): Promise<boolean> {
  const given = files.map(({ name, type = '', bytes }) => ({
    name,
    type,
    base64: Buffer.from(bytes).toString('base64'),
  }));
  return page
    .locator(selector)
    .first()
    .evaluate((element, dropped) => {
      const data = new DataTransfer();
      for (const { name, type, base64 } of dropped) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        data.items.add(new File([bytes], name, { type }));
      }
      const wish = { bubbles: true, cancelable: true, dataTransfer: data } as const;
      element.dispatchEvent(new DragEvent('dragenter', wish));
      element.dispatchEvent(new DragEvent('dragover', wish));
      const drop = new DragEvent('drop', wish);
      element.dispatchEvent(drop);
      return drop.defaultPrevented;
    }, given);
}
