import { html } from 'lit';
import { ZurufElement } from '../element.js';
import { addDays, daysFromToday, localDay, relativeDay, t } from '../i18n.js';
import { get, put } from '../api.js';
import { href } from '../router.js';
import { on } from '../store.js';
import { toast, toastProblem } from '../shell/toast-region.js';
import { callerName } from './caller.js';
import { listStyles } from './list-styles.js';

const DAYS_AHEAD = 3;

/** What the agent wanted to come back to, due now or within the next days. */
export class FollowUps extends ZurufElement {
  static properties = { rows: { state: true } };

  static styles = [...ZurufElement.styles, listStyles];

  #timer = 0;

  connectedCallback() {
    super.connectedCallback();
    const soon = () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#load(), 400);
    };
    this.keep(
      on('snapshot', soon),
      on('card', (card) => card.followUpOn && soon()),
    );
    void this.#load();
  }

  async #load() {
    const until = addDays(localDay(), DAYS_AHEAD);
    const rows = await get('/calls?mine=true&followUp=true&limit=50').catch(() => null);
    if (!rows) return;
    this.rows = rows
      .filter((row) => row.followUpOn && row.followUpOn <= until)
      .sort((a, b) => a.followUpOn.localeCompare(b.followUpOn));
  }

  async #set(row, followUpOn) {
    try {
      await put(`/calls/${row.id}/wrap-up`, { disposition: row.disposition, followUpOn, done: true });
      await this.#load();
      if (followUpOn === null) {
        toast(t('follow-up.done.toast', { who: callerName(row) }), 'good', {
          label: t('action.undo'),
          run: () => this.#set(row, row.followUpOn),
        });
      }
    } catch (problem) {
      toastProblem(problem);
    }
  }

  render() {
    return html`<section aria-labelledby="title">
      <div class="head">
        <h2 id="title">${t('follow-up.title')}</h2>
        ${this.rows?.length ? html`<span class="badge num">${this.rows.length}</span>` : ''}
      </div>
      ${!this.rows
        ? html`<div class="skeleton" aria-hidden="true"></div>`
        : this.rows.length === 0
          ? html`<p class="none">${t('follow-up.empty')}</p>`
          : html`<ul data-testid="follow-ups">
              ${this.rows.map(
                (row) => html`<li>
                  <div class="line">
                    <a class="name clip" href=${href('calls', row.id)} dir="auto">${callerName(row)}</a>
                    <span class="chip ${daysFromToday(row.followUpOn) <= 0 ? 'warn' : ''}"
                      >${relativeDay(row.followUpOn)}</span
                    >
                    <span class="detail clip"
                      >${row.disposition ? t(`disposition.${row.disposition}`) : ''}<bdi>${row.contact ? ` · ${row.contact}` : ''}</bdi></span
                    >
                  </div>
                  <div class="tools">
                    <button
                      class="btn ghost"
                      data-testid="follow-up-done"
                      aria-label="${t('follow-up.done')}: ${callerName(row)}"
                      @click=${() => this.#set(row, null)}
                    >
                      ${t('follow-up.done')}
                    </button>
                  </div>
                </li>`,
              )}
            </ul>`}
    </section>`;
  }
}

customElements.define('follow-ups', FollowUps);
