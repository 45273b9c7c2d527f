// Keeps a call's note from being lost: by reload, second tab, broken line or restarted server.
//
// Every keystroke is in localStorage at once and leaves it only when the server has acknowledged exactly that text.

import { get, put, Problem } from '../api.js';
import { on, patchCard, store } from '../store.js';
import { share } from '../stream.js';

const DEBOUNCE_MS = 600;
const RETRY_MS = [2_000, 5_000, 10_000, 30_000];
const PREFIX = 'zuruf.note.';

const keepers = new Map();

function storage(action) {
  try {
    return action(localStorage);
  } catch {
    return null;
  }
}

/** All texts on this device that the server has not acknowledged: `{key, callId, text, base, at}`. */
function leftDrafts(userId, callId = null) {
  const found = [];
  storage((kept) => {
    const prefix = `${PREFIX}${userId}.${callId === null ? '' : `${callId}.`}`;
    for (let i = 0; i < kept.length; i++) {
      const key = kept.key(i);
      if (!key.startsWith(prefix)) continue;
      try {
        found.push({ key, callId: Number(key.split('.').at(-2)), ...JSON.parse(kept.getItem(key)) });
      } catch {
        // Not ours, or cut: left alone.
      }
    }
  });
  return found.sort((a, b) => a.at - b.at);
}

export class NoteKeeper {
  /** `saved` | `pending` | `saving` | `offline` | `conflict` | `refused` */
  state = 'saved';
  /** the other version after a conflict: `{text, revision, savedAt}` */
  other = null;
  problem = null;

  #userId;
  #key;
  #adopted = [];
  #base;
  #timer = 0;
  #retries = 0;
  #inFlight = null;
  #listeners = new Set();

  constructor(userId, callId, note) {
    this.#userId = userId;
    this.callId = callId;
    this.#key = `${PREFIX}${userId}.${callId}.${Math.random().toString(36).slice(2, 10)}`;
    this.text = note.text ?? '';
    this.#base = this.text;
    this.revision = note.revision ?? 0;
    this.savedAt = note.savedAt ?? null;
    this.#adoptDrafts();
  }

  #adoptDrafts() {
    for (const draft of leftDrafts(this.#userId, this.callId)) {
      this.#adopted.push(draft.key);
      if (draft.text === this.text || draft.text === this.#base) continue;
      if (draft.base === this.revision && !this.dirty) this.text = draft.text;
      else if (draft.text.startsWith(this.text)) this.text = draft.text;
      else if (!this.text.includes(draft.text)) this.text = join(this.text, draft.text);
    }
    if (this.dirty) {
      this.#keepDraft();
      this.state = 'pending';
      this.#schedule(0);
    } else {
      this.#dropDrafts();
    }
  }

  get dirty() {
    return this.text !== this.#base;
  }

  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell() {
    for (const listener of this.#listeners) listener();
  }

  input(text) {
    this.text = text;
    if (!this.dirty && !this.#inFlight) {
      clearTimeout(this.#timer);
      this.#dropDrafts();
      this.state = 'saved';
      this.#tell();
      return;
    }
    this.#keepDraft();
    if (this.state !== 'conflict') {
      if (this.state !== 'offline') this.state = 'pending';
      this.#schedule(DEBOUNCE_MS);
    }
    this.#tell();
  }

  #keepDraft() {
    const draft = JSON.stringify({ text: this.text, base: this.revision, at: Date.now() });
    storage((kept) => kept.setItem(this.#key, draft));
  }

  #dropDrafts() {
    storage((kept) => {
      kept.removeItem(this.#key);
      for (const key of this.#adopted) {
        const draft = kept.getItem(key);
        if (draft === null) continue;
        // Another living tab may have written on in the meantime; then that text is that tab's to save.
        if (this.text.includes(JSON.parse(draft).text)) kept.removeItem(key);
      }
    });
  }

  #schedule(delay) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), delay);
  }

  /** Saves now what is not saved yet. */
  async flush({ leaving = false } = {}) {
    clearTimeout(this.#timer);
    if (this.state === 'conflict') return;
    if (this.#inFlight !== null) {
      if (!leaving) return;
    }
    if (!this.dirty) return;
    const sent = this.text;
    this.#inFlight = sent;
    this.state = 'saving';
    this.#tell();
    try {
      const saved = await put(
        `/calls/${this.callId}/note`,
        { text: sent, revision: this.revision },
        { keepalive: leaving },
      );
      this.#inFlight = null;
      this.#saved(saved, sent);
    } catch (problem) {
      this.#inFlight = null;
      this.#failed(problem, sent);
    }
    this.#tell();
  }

  #saved(saved, sent) {
    this.#retries = 0;
    this.problem = null;
    this.revision = saved.revision;
    this.savedAt = saved.savedAt;
    this.#base = sent;
    const note = { text: sent, revision: saved.revision, savedAt: saved.savedAt };
    patchCard(this.callId, (card) => ({ ...card, note }));
    share('note', { callId: this.callId, note });
    if (this.dirty) {
      this.state = 'pending';
      this.#keepDraft();
      this.#schedule(DEBOUNCE_MS);
    } else {
      this.state = 'saved';
      this.#dropDrafts();
    }
  }

  #failed(problem, sent) {
    if (!(problem instanceof Problem)) {
      this.state = 'offline';
      this.#retry();
      return;
    }
    if (problem.status === 409 && problem.current) {
      this.#meet(problem.current.note ?? problem.current, sent);
      return;
    }
    if (problem.status >= 400 && problem.status < 500 && problem.status !== 401 && problem.status !== 429) {
      this.state = 'refused';
      this.problem = problem;
      return;
    }
    this.state = 'offline';
    this.#retry();
  }

  #retry() {
    this.#schedule(RETRY_MS[Math.min(this.#retries++, RETRY_MS.length - 1)]);
  }

  /** The server has another text than the one ours was based on. What can be joined without asking is joined. */
  #meet(current, ours) {
    const grown = ours.startsWith(current.text) || current.text === this.#base;
    if (current.text === ours || grown) {
      this.revision = current.revision;
      this.savedAt = current.savedAt;
      this.#base = current.text;
      if (this.dirty) {
        this.state = 'pending';
        this.#keepDraft();
        this.#schedule(0);
      } else {
        this.state = 'saved';
        this.#dropDrafts();
      }
      return;
    }
    if (current.text.startsWith(this.text)) {
      this.#take(current);
      return;
    }
    this.other = current;
    this.state = 'conflict';
  }

  #take(note) {
    this.text = note.text;
    this.#base = note.text;
    this.revision = note.revision;
    this.savedAt = note.savedAt;
    this.other = null;
    this.state = 'saved';
    this.#dropDrafts();
  }

  /** A note that came from the server or another tab. */
  arrived(note) {
    if (!note || note.revision <= this.revision) return;
    if (this.#inFlight !== null && note.text === this.#inFlight) return;
    if (!this.dirty && this.#inFlight === null) {
      this.#take(note);
      this.#tell();
    } else if (note.text === this.text) {
      this.#take(note);
      this.#tell();
    }
    // Otherwise our save will meet it with a 409, and then both are shown.
  }

  /** @param choice `mine`, `theirs` or `both` */
  resolve(choice) {
    const other = this.other;
    if (!other) return;
    this.other = null;
    if (choice === 'theirs') {
      this.#take(other);
    } else {
      this.revision = other.revision;
      this.#base = other.text;
      if (choice === 'both') this.text = join(other.text, this.text);
      this.state = 'pending';
      this.#keepDraft();
      this.#schedule(0);
    }
    this.#tell();
  }

  /** The connection is back. */
  nudge() {
    if (this.state === 'offline') this.#schedule(0);
  }
}

function join(first, second) {
  if (!first) return second;
  if (!second) return first;
  return `${first.trimEnd()}\n\n${second}`;
}

/** The keeper of a call's note; it lives on when its card leaves the screen, so that a save under way is finished. */
export function noteKeeper(card) {
  const user = store.user.id;
  const name = `${user}.${card.id}`;
  let keeper = keepers.get(name);
  if (!keeper) {
    keeper = new NoteKeeper(user, card.id, card.note ?? {});
    keepers.set(name, keeper);
  } else {
    keeper.arrived(card.note);
  }
  return keeper;
}

/** Texts of calls that are no longer on the screen, after a crash for instance: saved without anybody having to look. */
export async function saveLeftDrafts() {
  const user = store.user?.id;
  if (!user) return;
  const ids = new Set(leftDrafts(user).map((draft) => draft.callId));
  for (const id of ids) {
    if (keepers.has(`${user}.${id}`)) continue;
    const card = store.calls.find((each) => each.id === id) ?? (await get(`/calls/${id}`).catch(() => null));
    if (card && store.user?.id === user) noteKeeper(card);
  }
}

for (const topic of ['snapshot', 'resumed']) {
  on(topic, () => keepers.forEach((keeper) => keeper.nudge()));
}
on('share-note', ({ callId, note }) => {
  keepers.get(`${store.user?.id}.${callId}`)?.arrived(note);
});
addEventListener('pagehide', () => {
  for (const keeper of keepers.values()) if (keeper.dirty) void keeper.flush({ leaving: true });
});
