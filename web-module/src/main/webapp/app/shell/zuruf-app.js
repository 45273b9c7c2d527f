import { css, html } from 'lit';
import { choose } from 'lit/directives/choose.js';
import { ZurufElement } from '../element.js';
import { t } from '../i18n.js';
import { onRoute, replace, route } from '../router.js';
import { on, refreshHandoffCounts, store } from '../store.js';
import { preference } from '../preferences.js';
import { bind } from '../shortcuts.js';
import { startRingSignal } from '../call/ring-signal.js';
import { saveLeftDrafts } from '../call/note-keeper.js';
import { prepareAnnouncer } from './announcer.js';
import { toast } from './toast-region.js';
import { dialledBy } from '../call/dial-dialog.js';
import './app-header.js';
import './connection-bar.js';
import './shortcut-help.js';
import '../session/sign-in.js';
import '../call/desk-page.js';
import '../customer/customer-search.js';

/** Pages beside the desk are loaded when they are first needed. */
const PAGES = {
  calls: () => import('../call/call-page.js'),
  customers: () => import('../customer/customers-page.js'),
  handoffs: () => import('../handoff/handoffs-page.js'),
  board: () => import('../presence/board-page.js'),
  reports: () => import('../report/reports-page.js'),
  coverage: () => import('../coverage/coverage-page.js'),
  operation: () => import('../admin/operation-page.js'),
};

/** Whose page it is; the first that fits a role is its home. */
const ROLES = {
  '': ['innendienst'],
  reports: ['supervisor'],
  board: ['supervisor'],
  handoffs: ['aussendienst', 'innendienst'],
  operation: ['admin'],
  coverage: ['supervisor', 'innendienst', 'aussendienst'],
};

/** The whole application: signed out, or header, page and what hovers over every page. */
export class ZurufApp extends ZurufElement {
  static properties = {
    started: { state: true },
    failure: { state: true },
    page: { state: true },
    pageFailed: { state: true },
  };

  static watches = ['change'];

  static signedOutToo = true;

  static styles = [
    ...ZurufElement.styles,
    css`
      :host {
        min-height: 100vh;
        min-height: 100dvh;
      }
      .frame {
        display: grid;
        grid-template-rows: auto 1fr;
        min-height: 100vh;
        min-height: 100dvh;
      }
      main {
        min-width: 0;
        outline: none;
      }
      /* On a phone the content scrolls between header and navigation, so that neither ever covers what has the focus. */
      @media (max-width: 760px) {
        .frame {
          min-height: 0;
          height: calc(100dvh - 3.5rem - env(safe-area-inset-bottom));
        }
        main {
          overflow-y: auto;
          overscroll-behavior: contain;
        }
      }
      @media print {
        :host {
          min-height: 0;
        }
        .frame {
          display: block;
          height: auto;
          min-height: 0;
        }
        main {
          overflow: visible;
        }
        app-header,
        connection-bar,
        toast-region,
        customer-search,
        dial-dialog,
        shortcut-help,
        call-simulator {
          display: none;
        }
      }
      .failure {
        max-width: 32rem;
        margin: 15vh auto 0;
        padding: var(--space-5);
        display: grid;
        gap: var(--space-4);
        justify-items: start;
      }
    `,
  ];

  constructor() {
    super();
    this.started = false;
    this.page = route();
  }

  start() {
    this.started = true;
    prepareAnnouncer();
    startRingSignal();
  }

  fail(failure) {
    this.failure = failure;
  }

  connectedCallback() {
    super.connectedCallback();
    this.keep(
      onRoute((to) => {
        this.page = to;
        void this.#load();
      }),
      on('snapshot', () => {
        void saveLeftDrafts();
        this.#firstPage();
      }),
      on('handoff', () => void refreshHandoffCounts()),
      bind('ctrl+k', 'key.search', 'keys.everywhere', () => this.#search()),
      bind('/', 'key.search', 'keys.everywhere', () => this.#search()),
      bind('?', 'key.help', 'keys.everywhere', () => {
        if (!store.session) return false;
        this.renderRoot.querySelector('shortcut-help').show();
        return true;
      }),
    );
    this.addEventListener('click', (event) => {
      const wanted = dialledBy(event);
      if (!wanted) return;
      event.preventDefault();
      void this.renderRoot.querySelector('dial-dialog').show(wanted);
    });
    void this.#load();
  }

  /** A link from elsewhere (`#/dial?number=…`) asks, as every other; it never dials. */
  #dialLink() {
    if (this.page.name !== 'dial' || !store.session) return;
    const number = this.page.params.get('number') ?? '';
    replace('');
    this.#firstPage();
    if (store.session.control) void this.renderRoot.querySelector('dial-dialog').show({ number });
    else toast(t('dial.off'), 'bad');
  }

  #search() {
    if (!store.session) return false;
    this.renderRoot.querySelector('customer-search').show();
    return true;
  }

  /** Each role lands at its own work when it came with no address, or with one that was somebody else's. */
  #firstPage() {
    const roles = this.page.id ? null : ROLES[this.page.name];
    if (!roles || store.hasRole(...roles)) return;
    const home = Object.keys(ROLES).find((name) => store.hasRole(...ROLES[name]));
    if (home !== undefined) replace(home);
  }

  async #load() {
    this.pageFailed = false;
    const page = PAGES[this.page.name];
    if (!page) return;
    try {
      await page();
      this.requestUpdate();
    } catch {
      this.pageFailed = true;
    }
  }

  updated() {
    if (this.started && this.renderRoot.querySelector('dial-dialog')) this.#dialLink();
    const title = this.#title();
    if (title !== this.shownTitle) {
      this.shownTitle = title;
      document.documentElement.dataset.title = title;
      document.dispatchEvent(new CustomEvent('zuruf-title', { detail: title }));
    }
  }

  #title() {
    if (!this.started) return 'Zuruf';
    if (!store.session) return `${t('session.sign-in')} · Zuruf`;
    return `${t(`page.${this.page.name || 'desk'}`)} · Zuruf`;
  }

  render() {
    if (this.failure) {
      return html`<div class="failure panel" role="alert">
        <h1>${t('error.start.title')}</h1>
        <p>${t('error.start.text')}</p>
        <button class="btn primary" @click=${() => location.reload()}>${t('action.reload')}</button>
      </div>`;
    }
    if (!this.started || store.session === undefined) return html``;
    if (store.session === null) return html`<sign-in></sign-in><toast-region></toast-region>`;
    return html`
      <div class="frame">
        <app-header .page=${this.page.name}></app-header>
        <main id="main" tabindex="-1">${this.#page()}</main>
      </div>
      <connection-bar></connection-bar>
      <toast-region></toast-region>
      <customer-search></customer-search>
      <dial-dialog></dial-dialog>
      <shortcut-help></shortcut-help>
      ${this.#simulator()}
    `;
  }

  #simulator() {
    if (!store.session.demo || !store.hasRole('innendienst', 'supervisor', 'admin')) return '';
    if (!customElements.get('call-simulator')) void import('../demo/call-simulator.js');
    // Open at first where it is needed to see anything happen at all, unless it would cover the card.
    const open = preference('simulator') ?? (store.hasRole('innendienst') && innerWidth >= 1100);
    return html`<call-simulator ?collapsed=${!open}></call-simulator>`;
  }

  #page() {
    if (this.pageFailed) {
      return html`<div class="failure panel" role="alert">
        <h1>${t('error.page.title')}</h1>
        <p>${t('error.page.text')}</p>
        <button class="btn primary" @click=${() => this.#load()}>${t('action.retry')}</button>
      </div>`;
    }
    return choose(
      this.page.name,
      [
        ['calls', () => html`<call-page .callId=${Number(this.page.id)}></call-page>`],
        ['customers', () => html`<customers-page .page=${this.page}></customers-page>`],
        ['handoffs', () => html`<handoffs-page .page=${this.page}></handoffs-page>`],
        ['board', () => html`<board-page></board-page>`],
        ['reports', () => html`<reports-page .page=${this.page}></reports-page>`],
        ['coverage', () => html`<coverage-page .page=${this.page}></coverage-page>`],
        ['operation', () => html`<operation-page></operation-page>`],
      ],
      () => (store.hasRole('innendienst') ? html`<desk-page></desk-page>` : html``),
    );
  }
}

customElements.define('zuruf-app', ZurufApp);
