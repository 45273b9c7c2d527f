// How a ringing call gets the attention of somebody who looks elsewhere: the tab's title, a sound, a notification.

import { t } from '../i18n.js';
import { onPreference, preference } from '../preferences.js';
import { on, selectCall, store } from '../store.js';
import { announce } from '../shell/announcer.js';
import { callerName } from './caller.js';

const BLINK_MS = 1_000;
const CADENCE_MS = 4_000;
const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');

let audio = null;
let soundTimer = 0;
let blinkTimer = 0;
let blinkOn = false;
let pageTitle = 'Zuruf';
/** One tab of the browser rings; it is whichever holds the lock. */
let leader = false;
const notifications = new Map();

export function startRingSignal() {
  if (navigator.locks) {
    navigator.locks.request('zuruf-ringer', () => {
      leader = true;
      update();
      return new Promise(() => {});
    });
  } else {
    leader = true;
  }
  document.addEventListener('zuruf-title', (event) => {
    pageTitle = event.detail;
    title();
  });
  on('change', update);
  onPreference(update);
  on('ringing', (card) => {
    announce(t('call.announce', { who: callerName(card) }), 'assertive');
    notify(card);
  });
  on('gone', (card) => {
    if (card.goneTo) announce(t('call.gone.ANSWERED_ELSEWHERE', { who: card.goneTo }));
  });
}

const ringing = () => store.calls.filter((card) => card.state === 'RINGING');

function update() {
  const cards = ringing();
  if (cards.length > 0 && !blinkTimer) {
    blinkTimer = setInterval(() => {
      blinkOn = !blinkOn;
      title();
    }, BLINK_MS);
    blinkOn = true;
  } else if (cards.length === 0 && blinkTimer) {
    clearInterval(blinkTimer);
    blinkTimer = 0;
  }
  title();
  const shouldSound = cards.length > 0 && leader && preference('sound') && audio?.state === 'running';
  if (shouldSound && !soundTimer) {
    ring();
    soundTimer = setInterval(ring, CADENCE_MS);
  } else if (!shouldSound && soundTimer) {
    clearInterval(soundTimer);
    soundTimer = 0;
  }
  const live = new Set(cards.map((card) => card.id));
  for (const [id, notification] of notifications) {
    if (!live.has(id)) {
      notification.close();
      notifications.delete(id);
    }
  }
}

function title() {
  const [first] = ringing();
  const wish = first && (blinkOn || reducedMotion.matches) ? `☎ ${callerName(first)}` : pageTitle;
  if (document.title !== wish) document.title = wish;
}

/** Two soft tones, made here: no file to load when it matters. */
function ring() {
  const start = audio.currentTime + 0.02;
  for (const [offset, frequency] of [
    [0, 587.33],
    [0.22, 783.99],
    [0.7, 587.33],
    [0.92, 783.99],
  ]) {
    const tone = audio.createOscillator();
    const gain = audio.createGain();
    tone.type = 'triangle';
    tone.frequency.value = frequency;
    gain.gain.setValueAtTime(0, start + offset);
    gain.gain.linearRampToValueAtTime(0.22 * preference('volume'), start + offset + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.0001, start + offset + 0.42);
    tone.connect(gain).connect(audio.destination);
    tone.start(start + offset);
    tone.stop(start + offset + 0.45);
  }
}

/** To be called from a click: browsers let no page sound without one. @return whether sound is possible now */
export async function allowSound() {
  audio ??= new AudioContext();
  await audio.resume().catch(() => {});
  if (audio.state === 'running' && ringing().length === 0) ring();
  return audio.state === 'running';
}

// After a reload the wish is kept but the browser wants a new gesture: the first one on the page will do.
addEventListener(
  'pointerdown',
  () => {
    if (preference('sound') && !audio) {
      audio = new AudioContext();
      void audio.resume().then(update);
    }
  },
  { capture: true },
);

/** To be called from a click. @return whether the browser allows notifications */
export async function allowNotifications() {
  if (!('Notification' in window)) return false;
  return (await Notification.requestPermission()) === 'granted';
}

function notify(card) {
  if (!leader || !preference('notifications') || !document.hidden) return;
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const customer = card.customer;
  const notification = new Notification(`☎ ${callerName(card)}`, {
    body: [customer?.contact?.name, customer?.city, card.caller.display].filter(Boolean).join(' · '),
    tag: `zuruf-call-${card.id}`,
    requireInteraction: true,
  });
  notification.addEventListener('click', () => {
    window.focus();
    selectCall(card.id);
    notification.close();
  });
  notifications.set(card.id, notification);
}
