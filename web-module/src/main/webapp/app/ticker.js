// One timer for all clocks on the screen.

const listeners = new Set();
let timer = 0;

export function onSecond(listener) {
  listeners.add(listener);
  if (!timer) timer = setInterval(() => listeners.forEach((each) => each()), 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = 0;
    }
  };
}
