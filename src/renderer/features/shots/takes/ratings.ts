import type { Take } from '../../../../domain/assets/take.ts';

export const ratings = [1, 2, 3, 4, 5] as const;
export type Rating = (typeof ratings)[number];

export const takeOrders = ['newest', 'rating', 'price'] as const;
export type TakeOrder = (typeof takeOrders)[number];

/** Takes in the order that a person wants; those alike stay as they came, newest first. */
export function inOrder<T extends { readonly take: Take }>(
  takes: readonly T[],
  order: TakeOrder,
): readonly T[] {
  if (order === 'newest') return takes;
  const weight = ({ take }: T): number => (order === 'rating' ? (take.rating ?? 0) : take.costUsdMicros);
  return takes.toSorted((a, b) => weight(b) - weight(a));
}
