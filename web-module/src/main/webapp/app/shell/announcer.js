// What a screen reader is to say. Two live regions in the document itself, because regions inside shadow roots are
// announced unreliably.

const regions = {};

function region(politeness) {
  if (!regions[politeness]) {
    const element = document.createElement('div');
    element.setAttribute('aria-live', politeness);
    element.setAttribute('role', politeness === 'assertive' ? 'alert' : 'status');
    element.className = 'announcer';
    element.style.cssText =
      'position:fixed;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap';
    document.body.append(element);
    regions[politeness] = element;
  }
  return regions[politeness];
}

export function prepareAnnouncer() {
  region('polite');
  region('assertive');
}

export function announce(text, politeness = 'polite') {
  const element = region(politeness);
  element.textContent = '';
  // A changed text is announced, the same one again is not: hence the empty moment between.
  requestAnimationFrame(() => {
    element.textContent = text;
  });
}
