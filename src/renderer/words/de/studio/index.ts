import { createInterpreter, type Phrase } from '../../interpret.ts';
import { account } from './account.ts';
import { brokenOff } from './broken-off.ts';
import { common } from './common.ts';
import { doctor } from './doctor.ts';
import { editLabels } from './edit-labels.ts';
import { editing } from './editing.ts';
import { fal } from './fal.ts';
import { falPrices } from './fal-prices.ts';
import { films } from './films.ts';
import { generating } from './generating.ts';
import { media } from './media.ts';
import { models } from './models.ts';
import { partsOfFilm } from './parts-of-film.ts';
import { providers } from './providers.ts';
import { queue } from './queue.ts';
import { queuePage } from './queue-page.ts';
import { readings } from './readings.ts';
import { sentPictures } from './sent-pictures.ts';
import { service } from './service.ts';
import { sharing } from './sharing.ts';
import { sounds } from './sounds.ts';
import { store } from './store.ts';
import { stories } from './stories.ts';
import { sync } from './sync.ts';
import { timeline } from './timeline.ts';

export const phrases: readonly Phrase[] = [
  ...common,
  ...account,
  ...editLabels,
  ...editing,
  ...timeline,
  ...service,
  ...sharing,
  ...stories,
  ...media,
  ...partsOfFilm,
  ...falPrices,
  ...models,
  ...films,
  ...generating,
  ...brokenOff,
  ...fal,
  ...providers,
  ...queue,
  ...queuePage,
  ...readings,
  ...sounds,
  ...sentPictures,
  ...store,
  ...sync,
  ...doctor,
];

/** Says in German what the studio says in English. */
export const interpret = createInterpreter(phrases, 'de');
