// The page's end of the event stream. Which end of it (worker or page) holds the connection is decided here alone.

import { newKey } from './api.js';
import { StreamHub } from './stream-hub.js';

let port = null;
let listener = () => {};

export function onStream(handler) {
  listener = handler;
}

function connectWorker() {
  const worker = new SharedWorker(new URL('./stream-worker.js', import.meta.url), {
    type: 'module',
    name: 'zuruf-stream',
  });
  worker.port.addEventListener('message', ({ data }) => listener(data));
  worker.port.start();
  if (navigator.locks) {
    const lock = `zuruf-tab-${newKey()}`;
    navigator.locks.request(lock, () => {
      worker.port.postMessage({ type: 'alive', lock });
      return new Promise(() => {});
    });
  }
  return worker.port;
}

/** No shared worker here: each tab has its own connection, and what tabs tell each other goes by a channel. */
function connectHere() {
  const hub = new StreamHub(new URL('../api/stream', import.meta.url).href);
  const back = { postMessage: (data) => queueMicrotask(() => listener(data)) };
  hub.add(back);
  const channel = new BroadcastChannel('zuruf-stream');
  channel.addEventListener('message', ({ data }) => hub.message(null, data));
  return {
    postMessage(data) {
      hub.message(back, data);
      if (['call', 'share', 'stop'].includes(data.type)) channel.postMessage(data);
    },
  };
}

/** @param user id of the signed-in user; another user's state is dropped */
export function startStream(user) {
  if (!port) {
    try {
      port = 'SharedWorker' in window ? connectWorker() : connectHere();
    } catch {
      port = connectHere();
    }
    addEventListener('online', () => port.postMessage({ type: 'nudge' }));
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) port.postMessage({ type: 'nudge' });
    });
    addEventListener('pagehide', () => port.postMessage({ type: 'bye' }));
    // A page that comes back from the browser's back/forward cache has said good-bye: begin anew.
    addEventListener('pageshow', (event) => {
      if (event.persisted) location.reload();
    });
  }
  port.postMessage({ type: 'start', user });
}

export function stopStream() {
  port?.postMessage({ type: 'stop' });
}

/** Tells the other tabs of a card that a request of this tab has changed. */
export function shareCall(card) {
  port?.postMessage({ type: 'call', card });
}

/** Tells the other tabs something that is not a card. */
export function share(topic, data) {
  port?.postMessage({ type: 'share', topic, data });
}
