import { accountHandlers } from './account.ts';
import { activityHandlers } from './activities.ts';
import { assetHandlers } from './assets.ts';
import { castHandlers } from './cast.ts';
import { commissionHandlers } from './commissions.ts';
import { exportHandlers } from './exports.ts';
import { os } from './implementer.ts';
import { jobHandlers } from './jobs.ts';
import { keyHandlers } from './keys.ts';
import { modelHandlers } from './models.ts';
import { moneyHandlers } from './money.ts';
import { profileHandlers } from './profile.ts';
import { projectHandlers } from './projects.ts';
import { providerHandlers } from './providers.ts';
import { queueHandlers } from './queue.ts';
import { sceneHandlers } from './scenes.ts';
import { shareHandlers } from './shares.ts';
import { shotHandlers } from './shots.ts';
import { studioHandlers } from './studio.ts';
import { syncHandlers } from './sync.ts';
import { takeHandlers } from './takes.ts';
import { textHandlers } from './text.ts';
import { timelineHandlers } from './timeline.ts';

/** The whole contract, implemented. Hosts mount it on their transport; tests and the command line call it in memory. */
export const router = os.router({
  account: accountHandlers,
  profile: profileHandlers,
  projects: projectHandlers,
  text: textHandlers,
  scenes: sceneHandlers,
  shares: shareHandlers,
  shots: shotHandlers,
  cast: castHandlers,
  jobs: jobHandlers,
  commissions: commissionHandlers,
  assets: assetHandlers,
  takes: takeHandlers,
  timeline: timelineHandlers,
  exports: exportHandlers,
  activities: activityHandlers,
  keys: keyHandlers,
  money: moneyHandlers,
  models: modelHandlers,
  providers: providerHandlers,
  queue: queueHandlers,
  studio: studioHandlers,
  sync: syncHandlers,
});
