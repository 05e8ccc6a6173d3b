/** The process that serves while developing: as always, but with the screen from its sources. */
import { runServingProcess } from '../src/server/serving-process.ts';
import { openLiveScreen } from './live-screen.mjs';

runServingProcess(openLiveScreen);
