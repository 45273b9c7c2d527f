// What all tabs of this browser share: one connection and what it has said so far. Pure of any page.

import { StreamConnection } from './stream-connection.js';

export class StreamHub {
  #connection;
  #ports = new Set();
  #user = null;
  #state = 'connecting';
  #snapshot = null;
  #calls = new Map();
  /** id → last revision of calls that went, so that nothing late brings them back */
  #gone = new Map();

  constructor(url) {
    this.#connection = new StreamConnection(
      url,
      (event, data) => this.#received(event, data),
      (state) => this.#changed(state),
    );
  }

  /** @param port anything with `postMessage` */
  add(port) {
    this.#ports.add(port);
  }

  remove(port) {
    this.#ports.delete(port);
    if (this.#ports.size === 0) this.#stop();
  }

  message(port, message) {
    switch (message.type) {
      case 'start':
        this.#start(port, message.user);
        break;
      case 'stop':
        this.#stop();
        this.#tellOthers(port, { type: 'signed-out' });
        break;
      case 'nudge':
        this.#connection.nudge();
        break;
      case 'bye':
        this.remove(port);
        break;
      case 'call':
        // The answer to a tab's own request; the stream will say the same, but the other tabs should not wait for it.
        if (this.#keep(message.card)) this.#tellOthers(port, { type: 'event', event: 'call', data: message.card });
        break;
      case 'share':
        if (message.topic === 'note') this.#note(message.data);
        this.#tellOthers(port, message);
        break;
      default:
        break;
    }
  }

  #start(port, user) {
    this.#ports.add(port);
    if (this.#user !== user) {
      this.#stop();
      this.#user = user;
      this.#connection.open();
      return;
    }
    if (this.#snapshot) {
      const snapshot = { ...this.#snapshot, calls: [...this.#calls.values()] };
      port.postMessage({ type: 'event', event: 'snapshot', data: snapshot });
    }
    port.postMessage({ type: 'state', state: this.#state });
  }

  #stop() {
    this.#connection.close();
    this.#user = null;
    this.#snapshot = null;
    this.#calls.clear();
    this.#state = 'connecting';
  }

  #received(event, data) {
    if (event === 'snapshot') {
      this.#snapshot = { callbacks: data.callbacks, handoffs: data.handoffs, pbx: data.pbx };
      this.#gone.clear();
      this.#calls = new Map((data.calls ?? []).map((card) => [card.id, card]));
    } else if (event === 'call') {
      if (!this.#keep(data)) return;
    } else if (event === 'callbacks' && this.#snapshot) {
      this.#snapshot.callbacks = data.open;
    } else if (event === 'pbx' && this.#snapshot) {
      const others = (this.#snapshot.pbx ?? []).filter((pbx) => pbx.name !== data.name);
      this.#snapshot.pbx = [...others, data];
    }
    this.#tell({ type: 'event', event, data });
  }

  /** A tab that opens now must not begin with an older note. */
  #note({ callId, note }) {
    const card = this.#calls.get(callId);
    if (card && (card.note?.revision ?? 0) < note.revision) this.#calls.set(callId, { ...card, note });
  }

  /** @return false when what we know is at least as new */
  #keep(card) {
    const known = this.#calls.get(card.id)?.revision ?? this.#gone.get(card.id) ?? -1;
    if (known >= card.revision) return false;
    if (card.state === 'GONE') {
      this.#calls.delete(card.id);
      this.#gone.set(card.id, card.revision);
    } else {
      this.#calls.set(card.id, card);
    }
    return true;
  }

  #changed(state) {
    this.#state = state;
    if (state === 'signed-out') {
      this.#user = null;
      this.#snapshot = null;
      this.#calls.clear();
      this.#tell({ type: 'signed-out' });
      return;
    }
    this.#tell({ type: 'state', state });
  }

  #tell(message) {
    for (const port of this.#ports) port.postMessage(message);
  }

  #tellOthers(sender, message) {
    for (const port of this.#ports) if (port !== sender) port.postMessage(message);
  }
}
