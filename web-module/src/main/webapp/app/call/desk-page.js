import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { t } from '../i18n.js';
import { bind } from '../shortcuts.js';
import { selectCall, store } from '../store.js';
import './call-strip.js';
import './call-card.js';
import './gone-card.js';
import './desk-idle.js';
import './callback-list.js';
import './recent-calls.js';
import './follow-ups.js';
import '../session/extension-picker.js';

/**
 * The agent's one page. The strip on top keeps its height whether there are calls or not, and the card's place is the same in every state:
 * nothing moves under the mouse.
 */
export class DeskPage extends ZurufElement {
  static watches = ['change'];

  static styles = [
    ...ZurufElement.styles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 21rem;
        align-items: start;
        max-width: 112rem;
        margin: 0 auto;
      }
      .work {
        min-width: 0;
        padding: var(--space-4) var(--space-5) var(--space-6);
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
      }
      aside {
        position: sticky;
        top: 3.5rem;
        height: calc(100dvh - 3.5rem);
        overflow-y: auto;
        overscroll-behavior: contain;
        border-left: 1px solid var(--line);
        background: var(--surface-2);
        padding-bottom: var(--dock-height, 0px);
      }
      @media (max-width: 1100px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
        }
        aside {
          position: static;
          height: auto;
          border-left: 0;
          border-top: 1px solid var(--line);
        }
      }
      @media (max-width: 760px) {
        .work {
          padding: var(--space-3);
        }
        aside {
          padding-bottom: 5rem;
        }
      }
    `,
  ];

  connectedCallback() {
    super.connectedCallback();
    this.keep(
      bind('g', 'key.ringing', 'keys.desk', () => this.#toRinging()),
      bind('c', 'key.next-call', 'keys.desk', () => this.#nextCall()),
    );
  }

  #shown = null;

  updated() {
    const id = store.selectedCall?.id ?? null;
    if (id === this.#shown) return;
    // Another card: its beginning is what matters, wherever the last one was scrolled to.
    if (id !== null) {
      scrollTo(0, 0);
      this.closest('main')?.scrollTo(0, 0);
    }
    this.#shown = id;
  }

  #toRinging() {
    const ringing = store.calls.find((card) => card.state === 'RINGING');
    if (!ringing) return false;
    selectCall(ringing.id);
    this.#focusCard();
    return true;
  }

  #nextCall() {
    const calls = store.calls;
    if (calls.length === 0) return false;
    const at = calls.findIndex((card) => card.id === store.selectedCall?.id);
    selectCall(calls[(at + 1) % calls.length].id);
    this.#focusCard();
    return true;
  }

  #focusCard() {
    void this.updateComplete.then(() => this.renderRoot.querySelector('call-card')?.focusCard());
  }

  render() {
    return html`
      <div class="work">
        <h1 class="sr">${t('page.desk')}</h1>
        <call-strip></call-strip>
        ${this.#main()}
      </div>
      <aside aria-label=${t('desk.lists')}>
        <callback-list></callback-list>
        <follow-ups></follow-ups>
        <recent-calls></recent-calls>
      </aside>
    `;
  }

  #main() {
    const card = store.selectedCall;
    if (card?.state === 'GONE') return html`<gone-card .card=${card}></gone-card>`;
    if (card) return html`<call-card .card=${card}></call-card>`;
    if (!store.session.extension) return html`<extension-picker></extension-picker>`;
    return html`<desk-idle></desk-idle>`;
  }
}

customElements.define('desk-page', DeskPage);
