// The shared worker: holds the one stream of this browser, whatever number of tabs is open.

import { StreamHub } from './stream-hub.js';

const hub = new StreamHub(new URL('../api/stream', import.meta.url).href);

self.addEventListener('connect', (connect) => {
  const port = connect.ports[0];
  port.addEventListener('message', ({ data }) => {
    if (data.type === 'alive') watch(port, data.lock);
    else hub.message(port, data);
  });
  port.start();
  hub.add(port);
});

/** A tab holds a lock of its own as long as it lives. Getting it means that the tab is gone, crashed ones included. */
function watch(port, lock) {
  navigator.locks?.request(lock, () => hub.remove(port));
}
