import type { TitleLayer } from '../domain/timeline/frame-plan.ts';
import type { Mark } from './marks.ts';
import type { Stage } from './stage.ts';
import type { MeasureText } from './text/measure-text.ts';
import { layOutCard } from './titles/lay-out-card.ts';
import { layOutCredits } from './titles/lay-out-credits.ts';
import { layOutLowerThird } from './titles/lay-out-lower-third.ts';

/** The marks of a title card or overlay. The first line leads; what follows after `\n` is set smaller. */
export function layOutTitle(
  { text, style }: Pick<TitleLayer, 'text' | 'style'>,
  stage: Stage,
  measure: MeasureText,
): Mark[] {
  if (text.trim() === '') return [];
  switch (style) {
    case 'title':
    case 'chapter':
      return layOutCard(text, style, stage, measure);
    case 'lower-third':
      return layOutLowerThird(text, stage, measure);
    case 'credits':
      return layOutCredits(text, stage, measure);
  }
}
