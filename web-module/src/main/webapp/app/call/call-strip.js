import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ZurufElement } from '../element.js';
import { t } from '../i18n.js';
import { selectCall, store } from '../store.js';
import { callerName, goneText } from './caller.js';
import '../shell/elapsed-time.js';

const ICONS = {
  RINGING: 'telephone-inbound',
  DIALLING: 'telephone-outbound',
  TALKING: 'mic',
  WRAP_UP: 'pencil',
  DONE: 'check2',
};

/** All calls of this screen in the order of their arrival. New ones are added at the end; none changes its place. */
export class CallStrip extends ZurufElement {
  static watches = ['change'];

  static styles = [
    ...ZurufElement.styles,
    css`
      .strip {
        display: flex;
        gap: var(--space-2);
        height: 3rem;
        overflow-x: auto;
        overflow-y: hidden;
        align-items: stretch;
        scrollbar-width: thin;
      }
      .call {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: var(--space-2);
        flex: 0 0 15.5rem;
        padding: 0 var(--space-3);
        border: 1px solid var(--line);
        border-radius: var(--radius-m);
        background: var(--surface);
        text-align: left;
        cursor: pointer;
        color: var(--ink-2);
      }
      .call:focus-visible {
        outline-offset: -2px;
        border-radius: var(--radius-m);
      }
      .call .name {
        font-size: var(--text-s);
        font-weight: 600;
        line-height: 1.25;
        color: var(--ink);
      }
      .call .state {
        font-size: var(--text-xs);
        line-height: 1.2;
      }
      .call[aria-current] {
        border-color: var(--accent);
        box-shadow: inset 0 0 0 1px var(--accent);
      }
      .call[data-state='RINGING'] {
        background: var(--ring-soft);
        border-color: var(--ring);
        color: var(--ring-ink);
      }
      .call[data-state='RINGING'] sl-icon {
        animation: shake 1.2s ease-in-out infinite;
      }
      .call[data-state='DIALLING'],
      .call[data-state='TALKING'] {
        background: var(--talk-soft);
        color: var(--talk-ink);
      }
      .call[data-state='GONE'] {
        background: var(--surface-3);
        border-style: dashed;
        cursor: default;
        flex-basis: auto;
        max-width: 20rem;
      }
      .quiet {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        color: var(--ink-3);
        font-size: var(--text-s);
      }
      .ready {
        width: 0.5rem;
        height: 0.5rem;
        border-radius: 50%;
        background: var(--talk);
      }
      .ready.off {
        background: var(--line-strong);
      }
      @keyframes shake {
        0%,
        60%,
        100% {
          transform: rotate(0);
        }
        10%,
        30%,
        50% {
          transform: rotate(-12deg);
        }
        20%,
        40% {
          transform: rotate(12deg);
        }
      }
    `,
  ];

  render() {
    const calls = store.calls;
    const gone = store.gone.filter((card) => card.id !== store.selectedCall?.id);
    return html`<div class="strip" role="group" aria-label=${t('desk.calls')} data-testid="call-strip">
      ${calls.length + gone.length === 0 ? this.#quiet() : ''}
      ${repeat(
        [...calls, ...gone],
        (card) => card.id,
        (card) => this.#call(card),
      )}
    </div>`;
  }

  #quiet() {
    const { extension } = store.session;
    return html`<p class="quiet" data-testid="desk-ready">
      <span class="ready ${extension ? '' : 'off'}"></span>
      ${extension ? t('desk.ready', { extension }) : t('desk.not-ready')}
    </p>`;
  }

  #call(card) {
    if (card.state === 'GONE') {
      return html`<div class="call" data-state="GONE" data-testid="strip-gone">
        <sl-icon name="telephone-x" aria-hidden="true"></sl-icon>
        <span class="clip">
          <span class="name clip" dir="auto">${callerName(card)}</span><br />
          <span class="state">${goneText(card)}</span>
        </span>
      </div>`;
    }
    return html`<button
      class="call"
      data-state=${card.state}
      data-testid="strip-call"
      data-call-id=${card.id}
      aria-current=${card.id === store.selectedCall?.id ? 'true' : nothing}
      @click=${() => selectCall(card.id)}
    >
      <sl-icon name=${ICONS[card.state]} aria-hidden="true"></sl-icon>
      <span class="clip">
        <bdi class="name">${callerName(card)}</bdi><br />
        <span class="state">${t(`call.state.${card.state}`)}</span>
      </span>
      <span class="small">
        ${card.state === 'RINGING'
          ? html`<elapsed-time .since=${card.ringingSince}></elapsed-time>`
          : card.state === 'TALKING'
            ? html`<elapsed-time .since=${card.answeredAt}></elapsed-time>`
            : ''}
      </span>
    </button>`;
  }
}

customElements.define('call-strip', CallStrip);
