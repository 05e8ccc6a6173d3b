import { runServingProcess } from './serving-process.ts';

runServingProcess();
