import type { ShotId } from '../../../../domain/kernel/ids.ts';
import type { GridKey } from '../../../ui/grid-keys.ts';
import type { BoardLayout } from './board-layout.ts';

/**
 * The shot that a key leads to: left and right along the film, up and down to the row before or after in the same
 * column, across scenes; Home and End to the ends of the film. null where there is nothing to go to.
 */
export function shotAfterKey(
  layout: BoardLayout,
  from: ShotId | null,
  key: GridKey,
  rowsOnScreen: number,
): ShotId | null {
  const filled = layout.sections.flatMap((section, i) => (section.shotIds.length > 0 ? [i] : []));
  const first = layout.sections[filled[0] ?? -1]?.shotIds[0] ?? null;
  const last = layout.sections[filled.at(-1) ?? -1]?.shotIds.at(-1) ?? null;
  const place = from === null ? undefined : layout.places.get(from);
  if (key === 'Home' || (place === undefined && key !== 'End')) return first;
  if (key === 'End' || place === undefined) return last;
  switch (key) {
    case 'ArrowLeft':
      return step(layout, filled, place, -1);
    case 'ArrowRight':
      return step(layout, filled, place, 1);
    case 'ArrowUp':
      return row(layout, filled, place, -1);
    case 'ArrowDown':
      return row(layout, filled, place, 1);
    case 'PageUp':
      return rows(layout, filled, from, -Math.max(1, rowsOnScreen));
    case 'PageDown':
      return rows(layout, filled, from, Math.max(1, rowsOnScreen));
  }
}

interface Place {
  readonly section: number;
  readonly at: number;
}

function step(layout: BoardLayout, filled: readonly number[], place: Place, by: 1 | -1): ShotId | null {
  const inside = layout.sections[place.section]?.shotIds[place.at + by];
  if (inside !== undefined) return inside;
  const next = layout.sections[filled[filled.indexOf(place.section) + by] ?? -1];
  return next?.shotIds.at(by === 1 ? 0 : -1) ?? null;
}

function row(layout: BoardLayout, filled: readonly number[], place: Place, by: 1 | -1): ShotId | null {
  const { columns } = layout.metrics;
  const column = place.at % columns;
  const section = layout.sections[place.section];
  if (section === undefined) return null;
  const rowAt = Math.floor(place.at / columns) + by;
  if (rowAt >= 0 && rowAt < section.rows) return atColumn(section.shotIds, rowAt, column, columns);
  const next = layout.sections[filled[filled.indexOf(place.section) + by] ?? -1];
  if (next === undefined) return null;
  return atColumn(next.shotIds, by === 1 ? 0 : next.rows - 1, column, columns);
}

/** The shot in a row that is nearest to a column: its last one where the row is shorter. */
function atColumn(shotIds: readonly ShotId[], rowAt: number, column: number, columns: number): ShotId | null {
  return shotIds[Math.min(rowAt * columns + column, shotIds.length - 1)] ?? null;
}

function rows(
  layout: BoardLayout,
  filled: readonly number[],
  from: ShotId | null,
  count: number,
): ShotId | null {
  let at = from;
  for (let i = 0; i < Math.abs(count); i++) {
    const place = at === null ? undefined : layout.places.get(at);
    const next = place === undefined ? null : row(layout, filled, place, count > 0 ? 1 : -1);
    if (next === null) break;
    at = next;
  }
  return at === from ? null : at;
}

/** The first shot after `from` (round the end) whose number begins with what was typed: "12", "3b". */
export function shotByTyping(
  shots: readonly { readonly id: ShotId; readonly number: string }[],
  from: ShotId | null,
  typed: string,
): ShotId | null {
  const wanted = typed.toLowerCase();
  const exact = shots.find(({ number }) => number.toLowerCase() === wanted);
  if (exact !== undefined) return exact.id;
  const start = shots.findIndex(({ id }) => id === from);
  const round = [...shots.slice(Math.max(0, start)), ...shots.slice(0, Math.max(0, start))];
  return round.find(({ number }) => number.toLowerCase().startsWith(wanted))?.id ?? null;
}
