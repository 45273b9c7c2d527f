import { setBasePath } from 'shoelace/utilities/base-path.js';
import { registerIconLibrary } from 'shoelace/utilities/icon-library.js';
import 'shoelace/translations/de.js';
import 'shoelace/components/icon/icon.js';
import 'shoelace/components/dialog/dialog.js';
import 'shoelace/components/dropdown/dropdown.js';
import 'shoelace/components/menu/menu.js';
import 'shoelace/components/menu-item/menu-item.js';
import 'shoelace/components/switch/switch.js';

import { startI18n } from './i18n.js';
import { loadSession } from './store.js';
import './shell/zuruf-app.js';

const shoelace = new URL('.', import.meta.resolve('shoelace/shoelace.js')).href;
setBasePath(shoelace);
// Shoelace carries its own few icons as data: addresses, which our Content-Security-Policy does not let it fetch.
registerIconLibrary('system', { resolver: (name) => `${shoelace}assets/icons/${name}.svg` });

const app = document.querySelector('zuruf-app');
try {
  await startI18n();
  app.start();
  await loadSession();
} catch (failure) {
  app.fail(failure);
}
