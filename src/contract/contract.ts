import type { ContractRouterClient } from '@orpc/contract';
import { account } from './account.ts';
import { activities } from './activities.ts';
import { assets } from './assets.ts';
import { cast } from './cast.ts';
import { commissions } from './commissions.ts';
import { exports } from './exports.ts';
import { jobs } from './jobs.ts';
import { keys } from './keys.ts';
import { models } from './models.ts';
import { money } from './money.ts';
import { profile } from './profile.ts';
import { projects } from './projects.ts';
import { providers } from './providers.ts';
import { queue } from './queue.ts';
import { scenes } from './scenes.ts';
import { shares } from './shares.ts';
import { shots } from './shots.ts';
import { studio } from './studio.ts';
import { sync } from './sync.ts';
import { takes } from './takes.ts';
import { text } from './text.ts';
import { timeline } from './timeline.ts';

/** Everything that a user interface may ask of the studio, by noun. */
export const contract = {
  account,
  profile,
  projects,
  text,
  scenes,
  shares,
  shots,
  cast,
  jobs,
  commissions,
  assets,
  takes,
  timeline,
  exports,
  activities,
  keys,
  money,
  models,
  providers,
  queue,
  studio,
  sync,
};

/** The contract as its callers see it, over any transport. */
export type StudioClient = ContractRouterClient<typeof contract>;
