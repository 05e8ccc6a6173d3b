import { deriveId } from '../../kernel/derive-id.ts';
import { ItemId, type ProjectId, type TrackId } from '../../kernel/ids.ts';
import { type FrameRate, secondsToFlicks, snapToFrame } from '../../kernel/time.ts';
import type { TitleItem } from '../records.ts';

const cardSeconds = 3;
const fadeSeconds = 0.5;

/** Who the film is by, from the title page. */
export interface Credits {
  readonly title: string;
  /** "written by"; null when the page does not say. */
  readonly credit: string | null;
  readonly author: string | null;
}

/** The words of the opening card, one line each; null when there are none to show. */
export function cardTextOf({ title, credit, author }: Credits): string | null {
  const name = oneLine(title);
  if (name === '') return null;
  const by = author === null ? '' : oneLine(author);
  return by === '' ? name : `${name}\n${oneLine(credit ?? '') || 'by'} ${by}`;
}

export function cardId(projectId: ProjectId): ItemId {
  return ItemId.parse(deriveId('item', projectId, 'card'));
}

/** The opening card on black, as an item of the main sequence. */
export function titleCard(
  projectId: ProjectId,
  trackId: TrackId,
  order: string,
  text: string,
  rate: FrameRate,
): TitleItem {
  return {
    id: cardId(projectId),
    projectId,
    trackId,
    order,
    durationFlicks: snapToFrame(secondsToFlicks(cardSeconds), rate, true),
    anchor: null,
    kind: 'title',
    text,
    shotId: null,
    style: 'title',
    fadeInFlicks: snapToFrame(secondsToFlicks(fadeSeconds), rate),
    fadeOutFlicks: snapToFrame(secondsToFlicks(fadeSeconds), rate),
    assembled: { text },
  };
}

function oneLine(text: string): string {
  return text
    .split(/\s*\n\s*/)
    .filter((line) => line.trim() !== '')
    .join(', ')
    .replace(/\s+/g, ' ')
    .trim();
}
