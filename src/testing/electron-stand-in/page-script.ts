/**
 * Runs in every page before its own scripts: what Electron's sandboxed preload script finds there. The preload bundle is
 * called with these in a scope of its own; the page sees only what the bundle exposes.
 */
export function pageScript(preload: string): string {
  return `(() => {
    const listeners = new Map();
    const emit = (channel, event, args) => { for (const listener of listeners.get(channel) ?? []) listener(event, ...args); };
    const ports = new Map();
    const encode = (data) => typeof data === 'string' ? { text: data } : { base64: btoa(Array.from(new Uint8Array(data.buffer ?? data, data.byteOffset ?? 0, data.byteLength), (b) => String.fromCharCode(b)).join('')) };
    const decode = (data) => 'text' in data ? data.text : Uint8Array.from(atob(data.base64), (c) => c.charCodeAt(0)).buffer;
    const call = window.standInCall;
    window.open = (url) => { void call({ kind: 'open', url: String(url) }); return null; };
    document.addEventListener('click', (event) => { const link = event.target.closest?.('a[target=_blank]'); if (link) { event.preventDefault(); void call({ kind: 'open', url: link.href }); } }, true);
    Object.defineProperty(window, 'standInDeliver', { value: (message) => {
      if (message.kind === 'send') return emit(message.channel, {}, message.args);
      if (message.kind === 'port') {
        const { port1, port2 } = new MessageChannel();
        ports.set(message.port, port1);
        port1.onmessage = (event) => void call({ kind: 'port-message', port: message.port, data: encode(event.data) });
        return emit(message.channel, { ports: [port2] }, [message.data]);
      }
      if (message.kind === 'port-message') return ports.get(message.port)?.postMessage(decode(message.data));
      if (message.kind === 'port-close') { ports.get(message.port)?.close(); ports.delete(message.port); }
    } });
    const electron = {
      contextBridge: { exposeInMainWorld: (name, api) => Object.defineProperty(window, name, { value: Object.freeze(api), enumerable: true }) },
      ipcRenderer: {
        send: (channel, ...args) => void call({ kind: 'send', channel, args }),
        invoke: (channel, ...args) => call({ kind: 'invoke', channel, args }),
        on: (channel, listener) => { listeners.set(channel, [...(listeners.get(channel) ?? []), listener]); },
        off: (channel, listener) => { listeners.set(channel, (listeners.get(channel) ?? []).filter((other) => other !== listener)); },
      },
      webUtils: { getPathForFile: (file) => file.standInPath ?? '' },
    };
    const require = (name) => { if (name === 'electron') return electron; throw new Error('A sandboxed preload script has no ' + name); };
    const process = { platform: 'linux' };
    ((require, process, module, exports) => { ${preload}
    })(require, process, { exports: {} }, {});
  })();`;
}
