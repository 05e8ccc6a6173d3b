import type { Catalogue } from '../../../words/catalogue.ts';

/** The words that items are named with. */
export type LabelWords = Pick<Catalogue, 'shots' | 'timeline' | 'placedSound'>;
