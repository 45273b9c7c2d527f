// One connection to /api/stream that mends itself. Runs in the shared worker, or in the page where there is none.

import { SseParser } from './sse-parser.js';

/** The server sends a comment every 10 s; two of them missed and a bit means that the line is dead. */
const SILENCE_MS = 25_000;
const BACK_OFF_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000];

export class StreamConnection {
  #url;
  #onEvent;
  #onState;
  #abort = null;
  #watchdog = 0;
  #retry = 0;
  #attempts = 0;
  #lastId = '';
  #closed = true;

  /**
   * @param url     absolute address of the stream
   * @param onEvent called with `(name, data)` for each event, in order
   * @param onState called with `connecting`, `live`, `lost` or `signed-out`
   */
  constructor(url, onEvent, onState) {
    this.#url = url;
    this.#onEvent = onEvent;
    this.#onState = onState;
  }

  open() {
    if (!this.#closed) return;
    this.#closed = false;
    this.#attempts = 0;
    this.#lastId = '';
    void this.#connect();
  }

  /** Connects at once instead of waiting for the back-off, for instance when the network is back. */
  nudge() {
    if (this.#closed || !this.#retry) return;
    clearTimeout(this.#retry);
    this.#retry = 0;
    void this.#connect();
  }

  close() {
    this.#closed = true;
    clearTimeout(this.#retry);
    clearTimeout(this.#watchdog);
    this.#retry = 0;
    this.#abort?.abort();
    this.#abort = null;
  }

  async #connect() {
    this.#retry = 0;
    this.#onState('connecting');
    const abort = new AbortController();
    this.#abort = abort;
    this.#feedWatchdog();
    try {
      const headers = { Accept: 'text/event-stream' };
      if (this.#lastId) headers['Last-Event-ID'] = this.#lastId;
      const response = await fetch(this.#url, {
        headers,
        credentials: 'same-origin',
        cache: 'no-store',
        signal: abort.signal,
      });
      if (response.status === 401) {
        this.close();
        this.#onState('signed-out');
        return;
      }
      if (!response.ok || !response.body) throw new Error(`stream ${response.status}`);
      const parser = new SseParser((event) => this.#deliver(event));
      const decoder = new TextDecoder();
      const reader = response.body.getReader();
      for (;;) {
        const { value, done } = await reader.read();
        if (done) break;
        this.#feedWatchdog();
        parser.feed(decoder.decode(value, { stream: true }));
      }
    } catch {
      // Whatever broke the line, the answer is the same: say so and connect again.
    }
    clearTimeout(this.#watchdog);
    if (this.#closed || this.#abort !== abort) return;
    this.#onState('lost');
    const wait = BACK_OFF_MS[Math.min(this.#attempts, BACK_OFF_MS.length - 1)];
    this.#attempts += 1;
    // Spread, so that a restarted server is not met by all browsers in the same instant.
    this.#retry = setTimeout(() => void this.#connect(), wait * (0.75 + Math.random() / 2));
  }

  #deliver({ event, data, id }) {
    if (id) this.#lastId = id;
    let content;
    try {
      content = JSON.parse(data);
    } catch {
      // A cut or foreign event: forget where we were, so that the next connect begins with a snapshot.
      this.#lastId = '';
      this.#abort?.abort();
      return;
    }
    if (event === 'snapshot' || event === 'resumed') {
      this.#attempts = 0;
      this.#onState('live');
    }
    this.#onEvent(event, content);
  }

  #feedWatchdog() {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => this.#abort?.abort(), SILENCE_MS);
  }
}
