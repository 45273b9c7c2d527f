import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { dateTime, t } from '../i18n.js';
import { get } from '../api.js';
import { on } from '../store.js';
import './call-card.js';

/** One past or present call on a page of its own: from the lists, a history, a link in a mail. */
export class CallPage extends ZurufElement {
  static properties = { callId: { type: Number }, card: { state: true }, problem: { state: true } };

  static styles = [
    ...ZurufElement.styles,
    css`
      .page {
        max-width: 76rem;
        margin: 0 auto;
        padding: var(--space-5) var(--space-5) 5rem;
        display: grid;
        gap: var(--space-4);
      }
      @media (max-width: 760px) {
        .page {
          padding: var(--space-3) var(--space-3) 5rem;
        }
      }
    `,
  ];

  connectedCallback() {
    super.connectedCallback();
    this.keep(
      on('card', (card) => {
        if (card.id === this.callId && card.revision >= (this.card?.revision ?? 0)) this.card = card;
      }),
    );
  }

  willUpdate(changed) {
    if (changed.has('callId')) void this.#load();
  }

  async #load() {
    const id = this.callId;
    this.card = null;
    this.problem = null;
    try {
      const card = await get(`/calls/${id}`);
      if (id === this.callId) this.card = card;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    if (this.problem) {
      return html`<div class="page">
        <div class="alert" role="alert">
          <sl-icon name="exclamation-triangle" aria-hidden="true"></sl-icon><span>${this.problem.message}</span>
        </div>
        <p><a href="#/">${t('action.back-to-desk')}</a></p>
      </div>`;
    }
    if (!this.card) return html`<div class="page" aria-busy="true"><div class="skeleton" style="height: 24rem"></div></div>`;
    return html`<div class="page">
      <h1>${t('call.of', { time: dateTime(this.card.ringingSince) })}</h1>
      <call-card past .card=${this.card}></call-card>
    </div>`;
  }
}

customElements.define('call-page', CallPage);
