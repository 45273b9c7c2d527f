import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { t } from '../i18n.js';
import { store } from '../store.js';

/** No call: says so calmly, and what could be done meanwhile. */
export class DeskIdle extends ZurufElement {
  static watches = ['change'];

  static styles = [
    ...ZurufElement.styles,
    css`
      .box {
        display: grid;
        justify-items: center;
        align-content: center;
        text-align: center;
        gap: var(--space-2);
        min-height: min(26rem, 55vh);
        padding: var(--space-6);
        border: 1px dashed var(--line-strong);
        border-radius: var(--radius-l);
        color: var(--ink-2);
      }
      .mark {
        display: grid;
        place-items: center;
        width: 3.5rem;
        height: 3.5rem;
        border-radius: 50%;
        background: var(--accent-soft);
        color: var(--accent-soft-ink);
        font-size: 1.5rem;
        margin-bottom: var(--space-2);
      }
      h2 {
        font-size: var(--text-xl);
        letter-spacing: -0.015em;
        color: var(--ink);
      }
      p {
        max-width: 44ch;
        text-wrap: balance;
      }
      .hints {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: var(--space-2) var(--space-5);
        margin-top: var(--space-4);
        font-size: var(--text-s);
        color: var(--ink-3);
      }
      kbd {
        margin-right: 0.35rem;
        opacity: 1;
      }
      .skeletons {
        display: grid;
        gap: var(--space-3);
        width: 100%;
        max-width: 30rem;
      }
      .skeletons div:first-child {
        height: 2.25rem;
        width: 60%;
      }
    `,
  ];

  render() {
    if (!store.ready) {
      return html`<div class="box" aria-busy="true" data-testid="desk-loading">
        <div class="skeletons">
          <div class="skeleton"></div>
          <div class="skeleton"></div>
          <div class="skeleton"></div>
        </div>
      </div>`;
    }
    return html`<div class="box" data-testid="desk-idle">
      <span class="mark"><sl-icon name="telephone" aria-hidden="true"></sl-icon></span>
      <h2>${t('desk.idle.title')}</h2>
      <p>
        ${store.callbacks > 0 ? t('desk.idle.callbacks', { n: store.callbacks }) : t('desk.idle.text')}
      </p>
      <p class="hints">
        <span><kbd>${t('keyboard.ctrl')} K</kbd>${t('key.search')}</span>
        <span><kbd>?</kbd>${t('key.help')}</span>
      </p>
    </div>`;
  }
}

customElements.define('desk-idle', DeskIdle);
