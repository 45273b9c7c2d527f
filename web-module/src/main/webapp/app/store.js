// What this tab knows. Elements read it and are told when it changes; only the functions here change it.

import { get, put, post, del, setCsrfToken, whenReachChanges, whenSignedOut } from './api.js';
import { onStream, shareCall, share, startStream, stopStream } from './stream.js';

/** How long a card that has gone stays readable. */
const GONE_MS = 8_000;

const state = {
  /** undefined: not asked yet; null: signed out */
  session: undefined,
  stream: 'connecting',
  /** false while this tab's own requests do not get through, whatever the stream of the shared worker does */
  reached: true,
  /** becomes true with the first snapshot */
  ready: false,
  /** id → CallCard, in the order of their arrival at this screen */
  calls: new Map(),
  /** id → CallCard that has gone a moment ago */
  gone: new Map(),
  selectedCall: null,
  callbacks: 0,
  handoffs: { inbox: 0, unread: 0 },
  pbx: [],
  /** how this agent stands; null when the user is none */
  presence: null,
  /** what goes on now; null when the user may not see it */
  board: null,
};

const listeners = new Map();
let pending = null;

/** @return function that ends the subscription */
export function on(topic, listener) {
  if (!listeners.has(topic)) listeners.set(topic, new Set());
  listeners.get(topic).add(listener);
  return () => listeners.get(topic).delete(listener);
}

function emit(topic, detail) {
  for (const listener of listeners.get(topic) ?? []) listener(detail);
}

/** Elements are told once per turn, however many events came in it. */
function changed() {
  if (pending) return;
  pending = Promise.resolve().then(() => {
    pending = null;
    emit('change');
  });
}

export const store = {
  get session() {
    return state.session;
  },
  get user() {
    return state.session?.user ?? null;
  },
  /** `connecting`, `live` or `lost` */
  get stream() {
    return state.reached ? state.stream : 'lost';
  },
  get ready() {
    return state.ready;
  },
  get calls() {
    return [...state.calls.values()];
  },
  get gone() {
    return [...state.gone.values()];
  },
  get selectedCall() {
    return state.calls.get(state.selectedCall) ?? state.gone.get(state.selectedCall) ?? null;
  },
  get callbacks() {
    return state.callbacks;
  },
  get handoffs() {
    return state.handoffs;
  },
  get pbx() {
    return state.pbx;
  },
  get presence() {
    return state.presence;
  },
  get board() {
    return state.board;
  },
  hasRole(...roles) {
    return roles.some((role) => state.session?.user.roles.includes(role));
  },
};

// Session

function adopt(session) {
  state.session = session;
  setCsrfToken(session?.csrfToken ?? null);
  if (session) {
    state.stream = 'connecting';
    state.ready = false;
    startStream(session.user.id);
  } else {
    state.calls.clear();
    state.gone.clear();
    state.selectedCall = null;
    state.presence = null;
    state.board = null;
    state.ready = false;
  }
  changed();
}

export async function loadSession() {
  try {
    adopt(await get('/session'));
  } catch (problem) {
    if (problem.status !== 401) throw problem;
    adopt(null);
  }
}

export async function signIn(user, password) {
  adopt(await post('/session', { user, password }));
}

export async function signOut() {
  stopStream();
  try {
    await del('/session');
  } finally {
    adopt(null);
  }
}

export async function bindExtension(extension, takeOver = false) {
  const session = await put('/session/extension', takeOver ? { extension, takeOver } : { extension });
  state.session = session;
  setCsrfToken(session.csrfToken);
  share('session', null);
  changed();
}

// Presence

/** How the agent stands as the answer to a request of this tab; the stream tells it to all tabs as well. */
export function applyPresence(presence) {
  state.presence = presence;
  changed();
}

// Calls

export function selectCall(id) {
  state.selectedCall = id;
  tidy();
  changed();
}

/** Finished cards stay for a second thought, until another card is looked at. */
function tidy() {
  for (const card of state.calls.values()) {
    if (card.state === 'DONE' && card.id !== state.selectedCall) state.calls.delete(card.id);
  }
}

/** A card that a request of this tab has brought; older ones than the known are ignored. */
export function applyCard(card) {
  if (!card) return;
  const known = state.calls.get(card.id);
  if (known) {
    if (known.revision <= card.revision) state.calls.set(card.id, card);
    shareCall(card);
    pickCall();
    changed();
  }
  emit('card', card);
}

/** Changes a part of a card without a new revision, as the answer to a small request. */
export function patchCard(id, change) {
  const known = state.calls.get(id);
  if (known) {
    state.calls.set(id, change(known));
    changed();
  }
}

function closeCard(id) {
  state.calls.delete(id);
  if (state.selectedCall === id) state.selectedCall = null;
  pickCall();
  changed();
}

/** A card after a handoff of its call or of its customer is new or has changed. */
function afterHandoff(card, handoff) {
  const handoffs = card.id === handoff.callId ? withHandoff(card.handoffs, handoff) : card.handoffs;
  if (card.customer?.partyId !== handoff.partyId) return { ...card, handoffs };
  const open = withHandoff(card.customer.handoffs, handoff).filter((each) => each.state !== 'ANSWERED');
  return { ...card, handoffs, customer: { ...card.customer, handoffs: open } };
}

/** The handoffs of a call with one of them new or changed. */
export function withHandoff(handoffs, handoff) {
  const known = (handoffs ?? []).find((each) => each.id === handoff.id);
  if (known && known.revision >= handoff.revision) return handoffs;
  return [...(handoffs ?? []).filter((each) => each.id !== handoff.id), handoff];
}

/** The agent has finished with a card and wants it off the screen. */
export function dismissCard(id) {
  state.gone.delete(id);
  closeCard(id);
}

/** True while a person may be reading or working on the card: then no other may take its place. */
function busyWith(card) {
  return card && ['RINGING', 'DIALLING', 'TALKING', 'WRAP_UP'].includes(card.state);
}

function pickCall() {
  const selected = state.calls.get(state.selectedCall);
  if (busyWith(selected)) return;
  const next =
    [...state.calls.values()].find((card) => card.state === 'TALKING') ??
    [...state.calls.values()].find((card) => card.state === 'DIALLING') ??
    [...state.calls.values()].find((card) => card.state === 'RINGING') ??
    [...state.calls.values()].find((card) => card.state === 'WRAP_UP');
  if (next) state.selectedCall = next.id;
  tidy();
}

function receiveCard(card) {
  const known = state.calls.get(card.id);
  if (known && known.revision >= card.revision) return;
  if (card.state === 'GONE') {
    state.calls.delete(card.id);
    if (known) {
      state.gone.set(card.id, { ...known, ...card, customer: known.customer, caller: known.caller });
      setTimeout(() => {
        state.gone.delete(card.id);
        if (state.selectedCall === card.id) state.selectedCall = null;
        pickCall();
        changed();
      }, GONE_MS);
      emit('gone', card);
    }
    pickCall();
    return;
  }
  state.calls.set(card.id, card);
  if (!known || (known.state !== 'RINGING' && card.state === 'RINGING')) {
    if (card.state === 'RINGING') emit('ringing', card);
  }
  // Whoever has just asked for a number wants to see its card.
  if (card.state === 'DIALLING' && !known) state.selectedCall = card.id;
  if (card.state === 'TALKING' && known?.state !== 'TALKING') {
    // He has picked up: what he needs now is this caller's card. Ringing is over, nothing can be misclicked.
    const selected = state.calls.get(state.selectedCall);
    if (selected?.state !== 'TALKING') state.selectedCall = card.id;
    emit('answered', card);
  }
  pickCall();
  emit('card', card);
}

function receiveSnapshot(snapshot) {
  const before = state.calls;
  state.calls = new Map();
  // Order of arrival is kept, so that a reconnect does not shuffle what somebody is looking at.
  const cards = new Map((snapshot.calls ?? []).map((card) => [card.id, card]));
  for (const id of before.keys()) {
    if (cards.has(id)) state.calls.set(id, cards.get(id));
  }
  for (const [id, card] of cards) {
    if (!state.calls.has(id)) {
      state.calls.set(id, card);
      if (card.state === 'RINGING') emit('ringing', card);
    }
  }
  if (state.selectedCall && !state.calls.has(state.selectedCall) && !state.gone.has(state.selectedCall)) {
    state.selectedCall = null;
  }
  state.callbacks = snapshot.callbacks ?? 0;
  state.handoffs = snapshot.handoffs ?? { inbox: 0, unread: 0 };
  state.pbx = snapshot.pbx ?? [];
  state.presence = snapshot.presence ?? null;
  state.board = snapshot.board ?? null;
  state.ready = true;
  pickCall();
  emit('snapshot');
}

// Stream

function received(message) {
  switch (message.type) {
    case 'state':
      state.stream = message.state;
      break;
    case 'signed-out':
      adopt(null);
      break;
    case 'share':
      emit(`share-${message.topic}`, message.data);
      if (message.topic === 'session') void loadQuietly();
      break;
    case 'event':
      receivedEvent(message.event, message.data);
      break;
    default:
      break;
  }
  changed();
}

function receivedEvent(event, data) {
  if (event === 'snapshot') receiveSnapshot(data);
  else if (event === 'call') receiveCard(data);
  else if (event === 'callbacks') {
    state.callbacks = data.open;
    emit('callbacks');
  } else if (event === 'handoff') {
    for (const card of [...state.calls.values()]) state.calls.set(card.id, afterHandoff(card, data));
    emit('handoff', data);
  } else if (event === 'pbx') {
    state.pbx = [...state.pbx.filter((pbx) => pbx.name !== data.name), data];
  } else if (event === 'presence') {
    state.presence = data;
  } else if (event === 'board') {
    state.board = data;
  } else if (event === 'resumed') emit('resumed');
}

async function loadQuietly() {
  const session = await get('/session').catch(() => null);
  if (session) {
    state.session = session;
    setCsrfToken(session.csrfToken);
    changed();
  }
}

/** Only who receives handoffs has an inbox to count. */
export async function refreshHandoffCounts() {
  if (!store.hasRole('aussendienst')) return;
  const open = await get('/handoffs?box=inbox&state=open').catch(() => null);
  if (!open) return;
  state.handoffs = { inbox: open.length, unread: open.filter((h) => h.state === 'SENT').length };
  changed();
}

onStream(received);
whenReachChanges((reached) => {
  state.reached = reached;
  if (reached) emit('resumed');
  changed();
});
whenSignedOut(() => {
  if (state.session) {
    stopStream();
    adopt(null);
  }
});
