/** Returns on Node 24 or newer; otherwise hands the command line over to the installed one, or ends the process. */
export function requireNode(): void;
