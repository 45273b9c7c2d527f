import { css, html, nothing } from 'lit';
import { ZurufElement } from '../element.js';
import { currentLanguage, setLanguage, t } from '../i18n.js';
import { onPreference, preference, setPreference } from '../preferences.js';
import { href, replace } from '../router.js';
import { bindExtension, signOut, store } from '../store.js';
import { allowNotifications, allowSound } from '../call/ring-signal.js';
import '../presence/presence-menu.js';
import { toast, toastProblem } from './toast-region.js';

const NAVIGATION = [
  { page: '', text: 'page.desk', icon: 'telephone', roles: ['innendienst'] },
  { page: 'handoffs', text: 'page.handoffs', icon: 'send', roles: ['innendienst', 'aussendienst'] },
  { page: 'customers', text: 'page.customers', icon: 'buildings', roles: null },
  { page: 'board', text: 'page.board', icon: 'speedometer2', roles: ['supervisor'] },
  { page: 'reports', text: 'page.reports', icon: 'bar-chart', roles: ['supervisor'] },
  { page: 'coverage', text: 'page.coverage.short', icon: 'grid-3x3-gap', roles: ['innendienst', 'aussendienst', 'supervisor'] },
  { page: 'operation', text: 'page.operation', icon: 'activity', roles: ['admin'] },
];

export class AppHeader extends ZurufElement {
  static properties = { page: {} };

  static watches = ['change'];

  static styles = [
    ...ZurufElement.styles,
    css`
      :host {
        position: sticky;
        top: 0;
        z-index: 40;
        background: var(--surface);
        border-bottom: 1px solid var(--line);
      }
      .bar {
        display: flex;
        align-items: center;
        gap: var(--space-4);
        height: 3.5rem;
        padding: 0 var(--space-5);
      }
      .brand {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        font-weight: 700;
        font-size: var(--text-l);
        letter-spacing: -0.02em;
        color: var(--ink);
        text-decoration: none;
      }
      .brand img {
        width: 1.75rem;
        height: 1.75rem;
        display: block;
      }
      nav {
        display: flex;
        gap: 0.125rem;
        align-self: stretch;
        margin-right: auto;
      }
      nav a {
        position: relative;
        display: inline-flex;
        align-items: center;
        gap: 0.45rem;
        padding: 0 var(--space-3);
        color: var(--ink-2);
        font-size: var(--text-s);
        font-weight: 550;
        text-decoration: none;
      }
      nav a:hover {
        color: var(--ink);
      }
      nav a[aria-current] {
        color: var(--ink);
      }
      nav a[aria-current]::after {
        content: '';
        position: absolute;
        inset: auto var(--space-3) -1px;
        height: 2px;
        background: var(--accent);
        border-radius: 2px 2px 0 0;
      }
      .count {
        min-width: 1.25rem;
        padding: 0 0.35rem;
        border-radius: 999px;
        background: var(--ring);
        color: var(--on-state);
        font-size: var(--text-xs);
        font-weight: 650;
        line-height: 1.25rem;
        text-align: center;
      }
      .search {
        color: var(--ink-3);
        font-weight: 450;
        min-width: 12.5rem;
        justify-content: flex-start;
        background: var(--surface-2);
        border-color: var(--line);
      }
      .search kbd {
        margin-left: auto;
        opacity: 1;
      }
      .skip {
        position: absolute;
        left: var(--space-4);
        top: -4rem;
        z-index: 50;
      }
      .skip:focus {
        top: var(--space-2);
      }
      .extension {
        gap: 0.5rem;
      }
      .dot {
        width: 0.5rem;
        height: 0.5rem;
        border-radius: 50%;
        background: var(--talk);
      }
      .dot.off {
        background: var(--bad);
      }
      .dot.none {
        background: var(--line-strong);
      }
      .lang {
        display: flex;
        border: 1px solid var(--line);
        border-radius: var(--radius-s);
        overflow: hidden;
      }
      .lang button {
        border: 0;
        background: transparent;
        min-height: 2rem;
        padding: 0 0.5rem;
        font-size: var(--text-xs);
        font-weight: 600;
        color: var(--ink-3);
        cursor: pointer;
      }
      .lang button[aria-pressed='true'] {
        background: var(--surface-3);
        color: var(--ink);
      }
      .avatar {
        display: inline-grid;
        place-items: center;
        width: 2.125rem;
        height: 2.125rem;
        border: 0;
        border-radius: 50%;
        background: var(--accent-soft);
        color: var(--accent-soft-ink);
        font-size: var(--text-xs);
        font-weight: 700;
        cursor: pointer;
      }
      .avatar:focus-visible {
        border-radius: 50%;
      }
      .menu {
        width: 17.5rem;
        max-width: calc(100vw - 2rem);
        padding: var(--space-2);
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius-m);
        box-shadow: var(--shadow-3);
      }
      .who {
        padding: var(--space-2) var(--space-3) var(--space-3);
        border-bottom: 1px solid var(--line);
        margin-bottom: var(--space-2);
      }
      .who strong {
        display: block;
        font-weight: 650;
      }
      .row {
        display: flex;
        align-items: center;
        gap: var(--space-3);
        min-height: 2.5rem;
        padding: 0 var(--space-3);
        border-radius: var(--radius-s);
        font-size: var(--text-s);
        width: 100%;
        border: 0;
        background: transparent;
        color: var(--ink);
        text-align: left;
        cursor: pointer;
      }
      .row:hover {
        background: var(--surface-3);
      }
      .row > span {
        flex: 1;
      }
      .row select {
        width: auto;
        min-height: 2rem;
        font-size: var(--text-s);
      }
      .only-small {
        display: none;
      }
      @media (max-width: 1180px) {
        .search {
          min-width: 0;
        }
        .search kbd {
          display: none;
        }
        .search span {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
      @media (max-width: 760px) {
        .bar {
          gap: var(--space-2);
          padding: 0 var(--space-3);
        }
        .brand span,
        .lang,
        .extension .wide,
        presence-menu ~ .extension[data-bound='true'] {
          display: none;
        }
        nav {
          position: fixed;
          inset: auto 0 0;
          z-index: 45;
          justify-content: space-around;
          background: var(--surface);
          border-top: 1px solid var(--line);
          padding-bottom: env(safe-area-inset-bottom);
          height: calc(3.5rem + env(safe-area-inset-bottom));
        }
        nav a {
          flex: 1;
          flex-direction: column;
          justify-content: center;
          gap: 0.1rem;
          padding: 0 0.25rem;
          font-size: 0.6875rem;
        }
        nav a sl-icon {
          font-size: 1.25rem;
        }
        nav a[aria-current]::after {
          inset: -1px 25% auto;
        }
        nav .count {
          position: absolute;
          top: 0.25rem;
          left: calc(50% + 0.25rem);
        }
        .spacer {
          margin-right: auto;
        }
        .only-small {
          display: flex;
        }
      }
    `,
  ];

  connectedCallback() {
    super.connectedCallback();
    this.keep(onPreference(() => this.requestUpdate()));
  }

  async #releaseExtension() {
    try {
      await bindExtension(null);
    } catch (problem) {
      toastProblem(problem);
    }
  }

  async #sound(on) {
    if (on && !(await allowSound())) {
      toast(t('signal.sound.blocked'), 'bad');
      return;
    }
    setPreference('sound', on);
  }

  async #notifications(on) {
    if (on && !(await allowNotifications())) {
      toast(t('signal.notifications.blocked'), 'bad');
      this.requestUpdate();
      return;
    }
    setPreference('notifications', on);
  }

  async #leave() {
    try {
      await signOut();
      replace('');
    } catch (problem) {
      toastProblem(problem);
    }
  }

  /** The browser asks by itself; a link then opens the question whether to dial, and nothing else. */
  #registerDialling() {
    try {
      navigator.registerProtocolHandler('tel', `${location.origin}${location.pathname}#/dial?number=%s`);
      toast(t('dial.register.done'));
    } catch {
      toast(t('dial.register.failed'), 'bad');
    }
  }

  #initials(name) {
    return name
      .split(/\s+/)
      .slice(0, 2)
      .map((part) => [...part][0] ?? '')
      .join('')
      .toUpperCase();
  }

  render() {
    const { user, extension, version } = store.session;
    const links = NAVIGATION.filter((link) => !link.roles || store.hasRole(...link.roles));
    const down = store.pbx.filter((pbx) => !pbx.connected);
    return html`
      <header class="bar">
        <button class="btn skip" @click=${this.#skip}>${t('action.skip')}</button>
        <a class="brand" href=${href('')} aria-label=${t('page.home')}>
          <img src=${new URL('../../assets/zuruf.svg', import.meta.url).href} alt="" /><span>Zuruf</span>
        </a>
        <nav aria-label=${t('page.navigation')}>
          ${links.map(
            (link) => html`<a
              href=${href(link.page)}
              aria-current=${this.page === link.page ? 'page' : nothing}
              data-testid="nav-${link.page || 'desk'}"
            >
              <sl-icon name=${link.icon} aria-hidden="true"></sl-icon>${t(link.text)}
              ${link.page === 'handoffs' && store.handoffs.unread
                ? html`<span class="count num" data-testid="handoffs-unread"
                    >${store.handoffs.unread}<span class="sr"> ${t('handoff.unread')}</span></span
                  >`
                : ''}
            </a>`,
          )}
        </nav>
        <span class="spacer"></span>
        <button
          class="btn search"
          aria-keyshortcuts="Control+K"
          data-testid="search-open"
          @click=${() => this.getRootNode().querySelector('customer-search').show()}
        >
          <sl-icon name="search" aria-hidden="true"></sl-icon><span>${t('search.open')}</span
          ><kbd aria-hidden="true">${t('keyboard.ctrl')} K</kbd>
        </button>
        ${store.hasRole('innendienst')
          ? html`<presence-menu></presence-menu>${this.#extension(extension, down)}`
          : ''}
        <div class="lang" role="group" aria-label=${t('settings.language')}>
          ${['de', 'en'].map(
            (lang) => html`<button
              lang=${lang}
              aria-pressed=${currentLanguage() === lang}
              aria-label=${lang === 'de' ? 'DE, Deutsch' : 'EN, English'}
              data-testid="language-${lang}"
              @click=${() => setLanguage(lang)}
            >
              ${lang.toUpperCase()}
            </button>`,
          )}
        </div>
        <sl-dropdown placement="bottom-end" distance="8" stay-open-on-select>
          <button slot="trigger" class="avatar" aria-label="${this.#initials(user.name)}, ${t('settings.menu', { name: user.name })}" data-testid="user-menu">
            ${this.#initials(user.name)}
          </button>
          <div class="menu">
            <div class="who">
              <strong dir="auto" data-testid="user-name">${user.name}</strong>
              <span class="small muted"
                >${user.roles.map((role) => t(`role.${role}`)).join(', ')}${user.team ? ` · ${user.team}` : ''}</span
              >
            </div>
            ${store.hasRole('innendienst')
              ? html`
                  <label class="row">
                    <span>${t('signal.sound')}</span>
                    <input
                      type="checkbox"
                      data-testid="sound-switch"
                      .checked=${preference('sound')}
                      @change=${(event) => this.#sound(event.target.checked)}
                    />
                  </label>
                  <label class="row">
                    <span>${t('signal.notifications')}</span>
                    <input
                      type="checkbox"
                      data-testid="notification-switch"
                      .checked=${preference('notifications')}
                      @change=${(event) => this.#notifications(event.target.checked)}
                    />
                  </label>
                `
              : ''}
            <label class="row">
              <span>${t('settings.theme')}</span>
              <select
                data-testid="theme-select"
                .value=${window.zurufTheme.wish}
                @change=${(event) => (window.zurufTheme.wish = event.target.value)}
              >
                ${['system', 'light', 'dark'].map(
                  (theme) =>
                    html`<option value=${theme} ?selected=${window.zurufTheme.wish === theme}>
                      ${t(`theme.${theme}`)}
                    </option>`,
                )}
              </select>
            </label>
            <label class="row only-small">
              <span>${t('settings.language')}</span>
              <select @change=${(event) => setLanguage(event.target.value)}>
                <option value="de" ?selected=${currentLanguage() === 'de'}>Deutsch</option>
                <option value="en" ?selected=${currentLanguage() === 'en'}>English</option>
              </select>
            </label>
            ${store.session.control
              ? html`<button class="row" data-testid="dial-register" @click=${this.#registerDialling}>
                  <span>${t('dial.register')}</span>
                </button>`
              : ''}
            <button
              class="row"
              @click=${() => this.getRootNode().querySelector('shortcut-help').show()}
            >
              <span>${t('keys.title')}</span><kbd>?</kbd>
            </button>
            ${store.hasRole('innendienst') && extension
              ? html`<button class="row" data-testid="extension-release" @click=${this.#releaseExtension}>
                  <span>${t('extension.release', { extension })}</span>
                </button>`
              : ''}
            <button class="row" data-testid="sign-out" @click=${this.#leave}>
              <span>${t('session.sign-out')}</span><sl-icon name="box-arrow-right" aria-hidden="true"></sl-icon>
            </button>
            <p class="small muted" style="padding: 0.5rem 0.75rem 0.25rem">Zuruf ${version}</p>
          </div>
        </sl-dropdown>
      </header>
    `;
  }

  /** A button, because no fragment points into another shadow root. */
  #skip() {
    this.getRootNode().querySelector('main').focus();
  }

  #extension(extension, down) {
    const broken = down.length > 0 || store.stream === 'lost';
    const words = !extension
      ? t('extension.none')
      : down.length > 0
        ? t('extension.pbx-down')
        : t('extension.bound', { extension });
    return html`<span class="chip extension" data-testid="extension-state" data-connected=${!broken} data-bound=${!!extension && !broken && !!store.presence}>
      <span class="dot ${!extension ? 'none' : broken ? 'off' : ''}"></span
      ><span class=${extension ? '' : 'wide'}>${words}</span>
    </span>`;
  }
}

customElements.define('app-header', AppHeader);
