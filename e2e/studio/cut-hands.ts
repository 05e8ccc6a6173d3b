import type { Page } from 'playwright';
import type { StudioClient } from '../../src/contract/contract.ts';
import type { ProjectId } from '../../src/domain/kernel/ids.ts';
import type { Item } from '../../src/domain/timeline/records.ts';

/** An item of the film with its place. */
type OnFilm = Item & { readonly startFlicks: number; readonly endFlicks: number };

/** Air that "Zoom to fit" leaves behind the film. */
const airPx = 48;

/** A mouse over the timeline of a project, while all of the film is in view. Times become places by the contract's rows. */
export function handsOn(page: Page, client: StudioClient, projectId: ProjectId) {
  const stage = page.getByTestId('timeline-stage');
  const box = async () => {
    const found = await stage.boundingBox();
    if (found === null) throw new Error('there is no timeline');
    return found;
  };
  const rows = () => client.timeline.get({ projectId });
  const hands = {
    rows,
    /** The film's items in their order. */
    async film(): Promise<OnFilm[]> {
      const { tracks, items } = await rows();
      const main = tracks.find(({ kind }) => kind === 'main');
      let at = 0;
      return items
        .filter(({ trackId }) => trackId === main?.id)
        .sort((a, b) => ((a.order ?? '') < (b.order ?? '') ? -1 : 1))
        .map((item) => {
          const startFlicks = at;
          at += item.durationFlicks;
          return { ...item, startFlicks, endFlicks: at };
        });
    },
    /** Where a time is on the page. */
    async x(flicks: number): Promise<number> {
      const { x, width } = await box();
      const { durationFlicks } = await rows();
      return x + (flicks / durationFlicks) * (Math.floor(width) - airPx);
    },
    async pxOf(flicks: number): Promise<number> {
      return (await hands.x(flicks)) - (await hands.x(0));
    },
    /** The middle of a track, and its upper edge. */
    async track(
      name: string,
    ): Promise<{ readonly y: number; readonly top: number; readonly bottom: number }> {
      const found = await page.getByRole('group', { name, exact: true }).boundingBox();
      if (found === null) throw new Error(`there is no track ${name}`);
      return { y: found.y + found.height / 2, top: found.y, bottom: found.y + found.height };
    },
    async drag(from: readonly [number, number], to: readonly [number, number], key?: string): Promise<void> {
      await page.mouse.move(...from);
      if (key !== undefined) await page.keyboard.down(key);
      await page.mouse.down();
      await page.mouse.move(...to, { steps: 5 });
      await page.mouse.up();
      if (key !== undefined) await page.keyboard.up(key);
    },
    async click(x: number, y: number, key?: string): Promise<void> {
      await hands.drag([x, y], [x, y], key);
    },
  };
  return hands;
}
