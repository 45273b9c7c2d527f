import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { pick, t } from '../i18n.js';
import { del, put } from '../api.js';
import { applyPresence, store } from '../store.js';
import { bind } from '../shortcuts.js';
import { toastProblem } from '../shell/toast-region.js';
import '../shell/elapsed-time.js';

const COLOURS = {
  AVAILABLE: 'good',
  RINGING: 'warn',
  IN_CALL: 'accent',
  WRAP_UP: 'wrap',
  PAUSED: 'warn',
  OFFLINE: '',
};

/** Whether the agent can take a call now, and what he can do about it: pause, come back, log into queues. */
export class PresenceMenu extends ZurufElement {
  static properties = { busy: { state: true } };

  static watches = ['change'];

  static styles = [
    ...ZurufElement.styles,
    css`
      :host {
        display: block;
      }
      .state {
        min-height: 2.125rem;
        cursor: pointer;
        font: inherit;
        font-size: var(--text-s);
        font-weight: 600;
        gap: 0.4rem;
      }
      .state elapsed-time {
        font-weight: 450;
      }
      .menu {
        width: 19rem;
        max-width: calc(100vw - 1.5rem);
        max-height: calc(100dvh - 5rem);
        overflow-y: auto;
        padding: var(--space-2);
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius-m);
        box-shadow: var(--shadow-3);
      }
      h2 {
        font-size: var(--text-xs);
        font-weight: 600;
        color: var(--ink-3);
        padding: var(--space-3) var(--space-3) var(--space-1);
      }
      .row {
        display: flex;
        align-items: center;
        gap: var(--space-3);
        width: 100%;
        min-height: 2.5rem;
        padding: 0 var(--space-3);
        border: 0;
        border-radius: var(--radius-s);
        background: transparent;
        color: var(--ink);
        font: inherit;
        font-size: var(--text-s);
        text-align: left;
        cursor: pointer;
      }
      .row:hover:not([disabled]) {
        background: var(--surface-3);
      }
      .row[disabled] {
        cursor: default;
      }
      .row > span {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .row small {
        display: block;
        color: var(--ink-3);
      }
      .row[role='switch'] {
        min-height: 3rem;
      }
      .row[role='switch'] sl-icon {
        font-size: 1.375rem;
        color: var(--ink-3);
      }
      .row[aria-checked='true'] sl-icon {
        color: var(--accent);
      }
      p {
        padding: var(--space-2) var(--space-3);
        font-size: var(--text-s);
      }
      .alert {
        margin: var(--space-2);
      }
      @media (max-width: 760px) {
        .state {
          min-height: 2.5rem;
        }
        .state elapsed-time,
        .state .chevron {
          display: none;
        }
      }
    `,
  ];

  connectedCallback() {
    super.connectedCallback();
    this.keep(
      bind('p', 'key.presence', 'keys.everywhere', () => {
        const menu = this.renderRoot.querySelector('sl-dropdown');
        if (!menu) return false;
        void menu.show().then(() => this.renderRoot.querySelector('.menu .row:not([disabled])')?.focus());
        return true;
      }),
    );
  }

  async #tell(request) {
    if (this.busy) return;
    this.busy = true;
    try {
      applyPresence(await request());
    } catch (problem) {
      toastProblem(problem);
    } finally {
      this.busy = false;
    }
  }

  #queue(seat) {
    const path = `/presence/queues/${encodeURIComponent(seat.queue)}`;
    return () => this.#tell(() => (seat.member ? del(path) : put(path)));
  }

  render() {
    const { presence } = store;
    if (!presence?.extension) return html``;
    const down = store.pbx.find((pbx) => !pbx.connected);
    const word = t(`presence.${presence.state}`);
    const label = presence.state === 'PAUSED' && presence.reason ? presence.reason : word;
    const inQueue = presence.queues.some((seat) => seat.member);
    const paused = presence.queues.some((seat) => seat.paused);
    return html`<sl-dropdown placement="bottom-end" distance="8" stay-open-on-select>
      <button
        slot="trigger"
        class="chip state ${COLOURS[presence.state]}"
        aria-keyshortcuts="P"
        data-testid="presence"
        data-state=${presence.state}
      >
        <span class="sr">${t('presence.label')}${label === word ? '' : ` ${word},`} </span>
        <span dir="auto">${label}</span>
        <elapsed-time .since=${presence.since}></elapsed-time>
        <sl-icon class="chevron" name="chevron-down" aria-hidden="true"></sl-icon>
      </button>
      <div class="menu" data-testid="presence-menu">
        ${down
          ? html`<div class="alert warn">
              <sl-icon name="plug" aria-hidden="true"></sl-icon
              ><span>${t('presence.pbx-away', { pbx: down.name })}</span>
            </div>`
          : ''}
        ${presence.problem
          ? html`<div class="alert" data-testid="presence-problem">
              <sl-icon name="exclamation-triangle" aria-hidden="true"></sl-icon><span>${pick(presence.problem)}</span>
            </div>`
          : ''}
        ${presence.reachable
          ? ''
          : html`<div class="alert warn" data-testid="presence-unreachable">
              <sl-icon name="telephone-x" aria-hidden="true"></sl-icon
              ><span>${t('presence.unreachable', { extension: presence.extension })}</span>
            </div>`}
        ${inQueue
          ? html`
              <button
                class="row"
                data-testid="presence-resume"
                ?disabled=${this.busy || !paused}
                @click=${() => this.#tell(() => del('/presence/pause'))}
              >
                <sl-icon name=${paused ? 'play-circle' : 'check-circle'} aria-hidden="true"></sl-icon
                ><span>${t(paused ? 'presence.resume' : 'presence.called')}</span>
              </button>
              <h2 id="pauses">${t('presence.pause')}</h2>
              <div role="group" aria-labelledby="pauses">
                ${presence.reasons.map((reason) => {
                  const current = presence.state === 'PAUSED' && presence.reason === reason;
                  return html`<button
                    class="row"
                    data-testid="presence-pause"
                    data-reason=${reason}
                    aria-pressed=${current}
                    ?disabled=${this.busy || current}
                    @click=${() => this.#tell(() => put('/presence/pause', { reason }))}
                  >
                    <sl-icon name=${current ? 'check2' : 'pause-circle'} aria-hidden="true"></sl-icon
                    ><span dir="auto">${reason}</span>
                  </button>`;
                })}
              </div>
            `
          : html`<p class="muted" data-testid="presence-no-queue">${t('presence.no-queue')}</p>`}
        ${presence.queues.length
          ? html`<h2 id="queues">${t('presence.queues')}</h2>
              <div role="group" aria-labelledby="queues">
                ${presence.queues.map(
                  (seat) => html`<button
                    class="row"
                    role="switch"
                    aria-checked=${seat.member}
                    data-testid="presence-queue"
                    data-queue=${seat.queue}
                    ?disabled=${this.busy || seat.fixed}
                    @click=${this.#queue(seat)}
                  >
                    <span dir="auto"
                      >${seat.queue}<small
                        >${t(
                          seat.fixed
                            ? seat.paused
                              ? 'presence.queue.fixed-paused'
                              : 'presence.queue.fixed'
                            : seat.paused
                              ? 'presence.queue.paused'
                              : seat.member
                                ? 'presence.queue.in'
                                : 'presence.queue.out',
                        )}</small
                      ></span
                    >
                    <sl-icon name=${seat.member ? 'toggle-on' : 'toggle-off'} aria-hidden="true"></sl-icon>
                  </button>`,
                )}
              </div>`
          : ''}
      </div>
    </sl-dropdown>`;
  }
}

customElements.define('presence-menu', PresenceMenu);
