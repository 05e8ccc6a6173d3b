import { runStudio } from './run-studio.ts';

// Electron's utility process: its parent is the main process.
runStudio(process.parentPort);
