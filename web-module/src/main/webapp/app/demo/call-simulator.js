import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ZurufElement } from '../element.js';
import { t } from '../i18n.js';
import { get, post, query } from '../api.js';
import { onPreference, preference, setPreference } from '../preferences.js';
import { bind } from '../shortcuts.js';
import { on, store } from '../store.js';
import { onSecond } from '../ticker.js';
import { toastProblem } from '../shell/toast-region.js';
import '../shell/elapsed-time.js';

/**
 * The demo telephone system's operator: chooses a caller, lets it ring, picks up, hangs up. Docked at the edge, over the page, so that
 * opening it moves nothing.
 */
export class CallSimulator extends ZurufElement {
  static properties = {
    collapsed: { type: Boolean, reflect: true },
    callers: { state: true },
    chosen: { state: true },
    text: { state: true },
    target: { state: true },
    calls: { state: true },
    queues: { state: true },
    queue: { state: true },
    busy: { state: true },
  };

  static watches = ['change'];

  static styles = [
    ...ZurufElement.styles,
    css`
      :host {
        position: fixed;
        right: var(--space-2);
        bottom: 0;
        z-index: 60;
        width: 20rem;
        max-width: calc(100vw - 2rem);
      }
      :host([collapsed]) {
        width: auto;
      }
      .dock {
        display: flex;
        flex-direction: column;
        max-height: min(34rem, calc(100dvh - 6rem));
        background: var(--surface);
        border: 1px solid var(--line-strong);
        border-bottom: 0;
        border-radius: var(--radius-m) var(--radius-m) 0 0;
        box-shadow: var(--shadow-3);
      }
      .bar {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        width: 100%;
        min-height: 2.75rem;
        padding: 0 var(--space-4);
        border: 0;
        border-radius: var(--radius-m) var(--radius-m) 0 0;
        background: var(--ink);
        color: var(--surface);
        font-size: var(--text-s);
        font-weight: 600;
        cursor: pointer;
      }
      .bar kbd,
      .bar .end {
        margin-left: auto;
      }
      .bar:focus-visible {
        outline-offset: -3px;
        outline-color: var(--surface);
      }
      .in,
      .in form,
      .list,
      .running,
      .call {
        grid-template-columns: minmax(0, 1fr);
      }
      .in {
        display: grid;
        gap: var(--space-3);
        padding: var(--space-3) var(--space-4) var(--space-4);
        overflow-y: auto;
      }
      .list {
        display: grid;
        max-height: 12.5rem;
        overflow-y: auto;
        border: 1px solid var(--line);
        border-radius: var(--radius-s);
      }
      .caller {
        position: relative;
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 var(--space-2);
        padding: 0.35rem var(--space-3);
        min-height: 2.5rem;
        align-items: center;
        font-size: var(--text-s);
        border-bottom: 1px solid var(--line);
        cursor: pointer;
      }
      .caller:last-child {
        border-bottom: 0;
      }
      .caller:hover {
        background: var(--surface-3);
      }
      .caller:has(input:checked) {
        background: var(--accent-soft);
        color: var(--accent-soft-ink);
      }
      .caller:has(input:focus-visible) {
        outline: 2px solid var(--focus);
        outline-offset: -2px;
      }
      .caller input {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        opacity: 0;
        cursor: pointer;
      }
      .caller .name {
        font-weight: 600;
      }
      .caller .sub {
        color: var(--ink-3);
        grid-column: 1;
      }
      .caller:has(input:checked) .sub {
        color: inherit;
      }
      .caller .chip {
        grid-row: 1 / 3;
        grid-column: 2;
        max-width: 9rem;
      }
      .go {
        display: flex;
        gap: var(--space-2);
        align-items: center;
        flex-wrap: wrap;
      }
      .go .btn {
        margin-left: auto;
      }
      .running {
        display: grid;
        gap: var(--space-2);
        border-top: 1px solid var(--line);
        padding-top: var(--space-3);
      }
      .call {
        display: grid;
        gap: var(--space-2);
        padding: var(--space-2) var(--space-3);
        border-radius: var(--radius-s);
        background: var(--ring-soft);
        color: var(--ring-ink);
        font-size: var(--text-s);
      }
      .call.answered {
        background: var(--talk-soft);
        color: var(--talk-ink);
      }
      .call .top {
        display: flex;
        justify-content: space-between;
        gap: var(--space-2);
        font-weight: 600;
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
      }
      .tools .btn {
        min-height: 1.875rem;
        padding: 0 0.6rem;
      }
      @media (max-width: 760px) {
        :host {
          bottom: calc(3.5rem + env(safe-area-inset-bottom));
          right: var(--space-2);
        }
        :host(:not([collapsed])) {
          left: var(--space-2);
          width: auto;
          max-width: none;
        }
      }
    `,
  ];

  #seconds = 0;
  #timer = 0;

  constructor() {
    super();
    this.callers = null;
    this.calls = [];
    this.chosen = 0;
    this.text = '';
    this.target = 'queue';
    this.queues = [];
    this.queue = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.keep(
      onPreference((name) => name === 'simulator' && (this.collapsed = !preference('simulator'))),
      bind('s', 'key.simulator', 'keys.everywhere', () => this.#openByKey()),
      onSecond(() => {
        this.#seconds += 1;
        if (this.collapsed || document.hidden || store.stream === 'lost') return;
        if (this.calls.length > 0 || this.#seconds % 5 === 0) void this.#refresh();
      }),
      on('card', () => void this.#refresh()),
    );
    void this.#load();
    void this.#refresh();
    get('/demo/queues').then(
      (queues) => {
        this.queues = queues;
        this.queue = queues[0] ?? null;
      },
      () => (this.queues = []),
    );
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.documentElement.style.removeProperty('--dock-height');
  }

  updated() {
    const height = this.renderRoot.querySelector('.dock')?.offsetHeight ?? 44;
    document.documentElement.style.setProperty('--dock-height', `${height + 16}px`);
  }

  #openByKey() {
    setPreference('simulator', true);
    void this.updateComplete.then(() => this.renderRoot.querySelector('#caller-search')?.focus());
    return true;
  }

  async #load() {
    try {
      this.callers = await get(`/demo/callers${query({ q: this.text })}`);
      this.chosen = 0;
    } catch {
      this.callers = [];
    }
  }

  async #refresh() {
    const calls = await get('/demo/calls').catch(() => null);
    if (calls) this.calls = calls;
  }

  async #do(action) {
    if (this.busy) return;
    this.busy = true;
    try {
      await action();
      await this.#refresh();
    } catch (problem) {
      toastProblem(problem);
    } finally {
      this.busy = false;
    }
  }

  #ring(event) {
    event.preventDefault();
    const caller = this.callers?.[this.chosen];
    if (!caller) return;
    const own = this.target === 'own';
    void this.#do(() =>
      post('/demo/calls', {
        number: caller.number,
        name: caller.name,
        queue: own ? null : this.queue,
        extension: own ? store.session.extension : null,
      }),
    );
  }

  #name(caller) {
    if (caller.company) return caller.company;
    return caller.number ? t('simulator.unknown') : t('simulator.anonymous');
  }

  render() {
    const open = !this.collapsed;
    return html`<section class="dock" aria-label=${t('simulator.title')} data-testid="demo-panel">
      <button
        class="bar"
        aria-expanded=${open ? 'true' : 'false'}
        aria-controls="in"
        data-testid="demo-toggle"
        @click=${() => setPreference('simulator', !open)}
      >
        <sl-icon name="telephone-plus" aria-hidden="true"></sl-icon>${t('simulator.title')}
        ${open
          ? html`<sl-icon class="end" name="chevron-down" aria-hidden="true"></sl-icon>`
          : html`<kbd aria-hidden="true">S</kbd>`}
      </button>
      ${open ? html`<div class="in" id="in">${this.#form()} ${this.#running()}</div>` : ''}
    </section>`;
  }

  #form() {
    const own = store.session.extension;
    const target = own ? this.target : 'queue';
    return html`<form @submit=${this.#ring} style="display: grid; gap: 0.75rem">
      <div class="field">
        <label for="caller-search">${t('simulator.caller')}</label>
        <input
          id="caller-search"
          type="search"
          autocomplete="off"
          placeholder=${t('simulator.search')}
          data-testid="demo-search"
          .value=${this.text}
          @input=${(event) => {
            this.text = event.target.value;
            clearTimeout(this.#timer);
            this.#timer = setTimeout(() => void this.#load(), 200);
          }}
        />
      </div>
      <fieldset>
        <legend class="sr">${t('simulator.caller')}</legend>
        <div class="list" data-testid="demo-callers">
          ${this.callers === null
            ? html`<div class="skeleton" style="height: 5rem"></div>`
            : this.callers.length === 0
              ? html`<p class="empty">${t('simulator.nobody')}</p>`
              : this.callers.map(
                  (caller, i) => html`<label class="caller">
                    <input
                      type="radio"
                      name="caller"
                      .checked=${i === this.chosen}
                      data-testid="demo-caller"
                      data-number=${caller.number ?? 'anonymous'}
                    data-kind=${caller.kind ?? nothing}
                      data-occasion=${caller.occasion ?? nothing}
                      @change=${() => (this.chosen = i)}
                    />
                    <span class="name clip" dir="auto">${this.#name(caller)}</span>
                    <span class="sub clip"
                      ><bdi>${caller.name ?? ''}</bdi>${caller.name && caller.display ? ' · ' : ''}<bdi class="num"
                        >${caller.number ? caller.display : ''}</bdi
                      ></span
                    >
                    ${caller.occasion
                      ? html`<span class="chip accent"><span class="clip">${t(`occasion.${caller.occasion}`)}</span></span>`
                      : ''}
                  </label>`,
                )}
        </div>
      </fieldset>
      <div class="go">
        <div class="seg" role="radiogroup" aria-label=${t('simulator.target')}>
          <label
            ><input
              type="radio"
              name="target"
              .checked=${target === 'queue'}
              data-testid="demo-target-queue"
              @change=${() => (this.target = 'queue')}
            />${t('simulator.queue')}</label
          >
          ${own
            ? html`<label
                ><input
                  type="radio"
                  name="target"
                  .checked=${target === 'own'}
                  data-testid="demo-target-own"
                  @change=${() => (this.target = 'own')}
                />${t('simulator.own', { extension: own })}</label
              >`
            : ''}
        </div>
        ${this.queues.length > 1 && target === 'queue'
          ? html`<label class="sr" for="queue">${t('simulator.queue')}</label>
              <select
                id="queue"
                data-testid="demo-queue"
                style="width: 9rem"
                @change=${(event) => (this.queue = event.target.value)}
              >
                ${this.queues.map((queue) => html`<option ?selected=${queue === this.queue}>${queue}</option>`)}
              </select>`
          : ''}
        <button class="btn primary" ?disabled=${this.busy || !this.callers?.length} data-testid="demo-ring">
          <sl-icon name="telephone-inbound" aria-hidden="true"></sl-icon>${t('simulator.ring')}
        </button>
      </div>
    </form>`;
  }

  #running() {
    if (this.calls.length === 0) return '';
    return html`<div class="running" role="group" aria-label=${t('simulator.running')} data-testid="demo-running">
      ${repeat(
        this.calls,
        (call) => call.id,
        (call) => this.#call(call),
      )}
    </div>`;
  }

  #call(call) {
    const act = (what, body) => () => this.#do(() => post(`/demo/calls/${encodeURIComponent(call.id)}/${what}`, body));
    const own = store.session.extension;
    const ringing = [...(call.ringing ?? [])].sort((a, b) => (b === own) - (a === own));
    return html`<div class="call ${call.answeredBy ? 'answered' : ''}" data-testid="demo-call" data-call=${call.id}>
      <div class="top">
        <span class="clip" dir="auto">${call.company ?? call.name ?? call.number ?? t('simulator.anonymous')}</span>
        ${call.since ? html`<elapsed-time .since=${call.since}></elapsed-time>` : ''}
      </div>
      <div class="tools">
        ${call.answeredBy
          ? html`<button class="btn" ?disabled=${this.busy} data-testid="demo-hang-up" @click=${act('hang-up')}>
              <sl-icon name="telephone-x" aria-hidden="true"></sl-icon>${t('simulator.hang-up', {
                extension: call.answeredBy,
              })}
            </button>`
          : html`${ringing.map(
                (extension) => html`<button
                    class="btn ${extension === own ? 'primary' : ''}"
                    ?disabled=${this.busy}
                    data-testid="demo-answer-${extension}"
                    @click=${act('answer', { extension })}
                  >
                    ${extension === 'outside' ? t('simulator.answer.outside') : t('simulator.answer', { extension })}
                  </button>
                  ${extension === own
                    ? html`<button
                        class="btn"
                        ?disabled=${this.busy}
                        data-testid="demo-reject-${extension}"
                        @click=${act('reject', { extension })}
                      >
                        ${t('simulator.reject')}
                      </button>`
                    : ''}`,
              )}
              <button class="btn" ?disabled=${this.busy} data-testid="demo-abandon" @click=${act('abandon')}>
                ${t('simulator.abandon')}
              </button>`}
      </div>
    </div>`;
  }
}

customElements.define('call-simulator', CallSimulator);
