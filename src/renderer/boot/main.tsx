import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import '@fontsource-variable/literata';
import '@fontsource/courier-prime/latin-400.css';
import '@fontsource/courier-prime/latin-700.css';
import '../styles/app.css';
import { createRoot } from 'react-dom/client';
import { createCommandRegistry } from '../actions/command-registry.ts';
import { createStatusLine } from '../actions/status-line.ts';
import { connectStudio } from '../client/connection.ts';
import { findHost } from '../client/host.ts';
import { openTransport } from '../client/transport.ts';
import { watchStudio } from '../state/studio-state.ts';
import { App } from './app.tsx';

const host = findHost();
const connection = connectStudio(() => openTransport(host));
const { store } = watchStudio(connection);
const place = document.getElementById('root');
if (place === null) throw new Error('The page has no place for the studio.');
createRoot(place).render(
  <App
    host={host}
    connection={connection}
    state={store}
    commands={createCommandRegistry()}
    status={createStatusLine()}
  />,
);
