const systems: Readonly<Record<string, string>> = { darwin: 'macOS', win32: 'Windows', linux: 'Linux' };

/** What lists of devices call this one, wherever it is signed in. */
export const deviceName = `Reelwright on ${systems[process.platform] ?? process.platform}`;
