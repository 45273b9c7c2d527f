// Choices of this person on this device.

const PREFIX = 'zuruf.preference.';
const listeners = new Set();
const defaults = { sound: false, notifications: false, shortcuts: true, simulator: null, volume: 0.5 };

export function preference(name) {
  try {
    const kept = localStorage.getItem(PREFIX + name);
    return kept === null ? defaults[name] : JSON.parse(kept);
  } catch {
    return defaults[name];
  }
}

export function setPreference(name, value) {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    defaults[name] = value;
  }
  for (const listener of listeners) listener(name, value);
}

export function onPreference(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

addEventListener('storage', (event) => {
  if (!event.key?.startsWith(PREFIX)) return;
  const name = event.key.slice(PREFIX.length);
  for (const listener of listeners) listener(name, preference(name));
});
