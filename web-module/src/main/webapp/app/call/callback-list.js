import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ZurufElement } from '../element.js';
import { duration, t, when } from '../i18n.js';
import { get, put } from '../api.js';
import { href } from '../router.js';
import { on, store } from '../store.js';
import { toast, toastProblem } from '../shell/toast-region.js';
import { callerDetail, callerName } from './caller.js';
import { listStyles } from './list-styles.js';

/** Missed calls that nobody has called back. Claiming one tells the colleagues. */
export class CallbackList extends ZurufElement {
  static properties = { rows: { state: true }, failed: { state: true } };

  static watches = ['change'];

  static styles = [...ZurufElement.styles, listStyles];

  connectedCallback() {
    super.connectedCallback();
    this.keep(
      on('callbacks', () => void this.#load()),
      on('snapshot', () => void this.#load()),
    );
    void this.#load();
  }

  async #load() {
    try {
      this.rows = await get('/callbacks');
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }

  async #set(row, state) {
    const before = row.claimedBy ? 'CLAIMED' : 'OPEN';
    try {
      const changed = await put(`/callbacks/${row.callId}`, { state });
      if (state === 'DONE') {
        this.rows = this.rows.filter((each) => each.callId !== row.callId);
        toast(t('callback.done.toast', { who: callerName(row) }), 'good', {
          label: t('action.undo'),
          run: () => this.#set(row, before),
        });
      } else if (this.rows.some((each) => each.callId === row.callId)) {
        this.rows = this.rows.map((each) => (each.callId === row.callId ? changed : each));
      } else {
        await this.#load();
      }
    } catch (problem) {
      if (problem.status === 409) await this.#load();
      toastProblem(problem);
    }
  }

  render() {
    return html`<section aria-labelledby="title">
      <div class="head">
        <h2 id="title">${t('callback.title')}</h2>
        ${this.rows ? html`<span class="badge num ${this.rows.length ? 'hot' : ''}">${this.rows.length}</span>` : ''}
      </div>
      ${this.#list()}
    </section>`;
  }

  #list() {
    if (!this.rows) {
      return this.failed
        ? html`<p class="none">${t('error.list')} <button class="btn ghost" @click=${() => this.#load()}>${t('action.retry')}</button></p>`
        : html`<div class="skeleton" aria-hidden="true"></div>`;
    }
    if (this.rows.length === 0) return html`<p class="none" data-testid="callbacks-empty">${t('callback.none')}</p>`;
    return html`<ul data-testid="callbacks-list">
      ${repeat(
        this.rows,
        (row) => row.callId,
        (row) => this.#row(row),
      )}
    </ul>`;
  }

  #row(row) {
    const name = callerName(row);
    const mine = row.claimedBy?.id === store.user.id;
    const number = row.caller.number;
    return html`<li data-testid="callback-item" data-call-id=${row.callId}>
      <div class="line">
        <a class="name clip" href=${href('calls', row.callId)} dir="auto">${name}</a>
        <span class="time num">${when(row.at)}</span>
        <span class="detail clip"
          ><bdi>${callerDetail(row) !== name ? callerDetail(row) : (row.queue ?? '')}</bdi> ·
          ${row.passedOn
            ? html`<strong data-testid="callback-passed-on">${t('callback.passed-on')}</strong>`
            : t('callback.waited', { time: duration(row.waitedSeconds ?? 0) })}
          ${row.voicemail ? html` · <strong data-testid="callback-voicemail">${t('callback.voicemail')}</strong>` : ''}</span
        >
        ${row.attempts > 1 ? html`<span class="time">${t('callback.attempts', { n: row.attempts })}</span>` : ''}
      </div>
      <div class="tools">
        ${number ? html`<a class="btn" href="tel:${number}" data-testid="callback-call" data-party=${row.partyId ?? ''} data-who=${name}><sl-icon name="telephone-outbound" aria-hidden="true"></sl-icon><bdi class="num">${row.caller.display}</bdi></a>` : ''}
        ${row.claimedBy
          ? mine
            ? html`<button class="btn ghost" data-testid="callback-release" @click=${() => this.#set(row, 'OPEN')}>${t('callback.release')}</button>`
            : html`<span class="chip" data-testid="callback-claimed"><bdi>${t('callback.claimed', { who: row.claimedBy.name })}</bdi></span>`
          : html`<button class="btn" data-testid="callback-claim" aria-label="${t('callback.claim')}: ${name}" @click=${() => this.#set(row, 'CLAIMED')}>${t('callback.claim')}</button>`}
        ${!row.claimedBy || mine
          ? html`<button class="btn ghost" data-testid="callback-done" aria-label="${t('callback.done')}: ${name}" @click=${() => this.#set(row, 'DONE')}>${t('callback.done')}</button>`
          : ''}
      </div>
    </li>`;
  }
}

customElements.define('callback-list', CallbackList);
