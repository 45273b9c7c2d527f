import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { addDays, day, localDay, pick, t, time } from '../i18n.js';
import { del, put } from '../api.js';
import { store } from '../store.js';
import { announce } from '../shell/announcer.js';
import { toastProblem } from '../shell/toast-region.js';

const REASONS = ['NO_NEED', 'HAS_SUPPLIER', 'PRICE', 'NO_TIME', 'OTHER'];
const LATER = [
  [1, 'follow-up.tomorrow'],
  [7, 'follow-up.week'],
  [30, 'follow-up.month'],
];
const ANSWER_ICONS = { DONE: 'check-circle-fill', DECLINED: 'x-circle', LATER: 'clock', DOES_NOT_FIT: 'slash-circle' };

/** One prompt: what, why, which open question; answered with one click, taken back with another. */
export class PromptItem extends ZurufElement {
  static properties = { prompt: {}, number: { type: Number }, choosing: { state: true }, busy: { state: true } };

  static styles = [
    ...ZurufElement.styles,
    css`
      .item {
        position: relative;
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0 var(--space-3);
        padding: 0.625rem var(--space-4) var(--space-2);
        border: 1px solid var(--line);
        border-left: 3px solid var(--accent);
        border-radius: var(--radius-s);
        background: var(--surface);
        outline: none;
      }
      .item:focus-within,
      .item:focus {
        border-color: var(--focus);
        box-shadow: 0 0 0 1px var(--focus);
      }
      .item.selling {
        border-left-color: var(--chart-2);
      }
      .item.warn {
        border-left-color: var(--bad);
      }
      .item.answered {
        background: var(--surface-2);
      }
      .number {
        font-size: var(--text-s);
        font-weight: 650;
        width: 1.5rem;
        height: 1.5rem;
        display: grid;
        place-items: center;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-s);
        color: var(--ink-2);
      }
      .title {
        font-size: var(--text-l);
        line-height: 1.35;
        font-weight: 650;
        color: var(--ink);
      }
      .reason {
        font-size: var(--text-s);
        color: var(--ink-2);
        font-weight: 550;
        margin-top: 0.125rem;
      }
      .text {
        margin-top: var(--space-1);
      }
      .questions {
        margin-top: 0.125rem;
        color: var(--ink-2);
      }
      .questions li {
        padding-left: 1rem;
        position: relative;
        font-style: italic;
      }
      .questions li::before {
        content: '›';
        position: absolute;
        left: 0.125rem;
        color: var(--ink-3);
        font-style: normal;
      }
      .answers {
        grid-column: 2;
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        align-items: center;
        margin: var(--space-2) 0 0 -0.25rem;
        min-height: 2rem;
      }
      .answers .btn {
        min-height: 1.875rem;
        padding: 0.125rem 0.625rem;
      }
      .answers .yes {
        border-color: var(--accent);
        color: var(--accent);
      }
      .answers .yes:hover {
        background: var(--accent);
        color: var(--on-accent);
      }
      .given {
        display: inline-flex;
        gap: 0.45rem;
        align-items: center;
        font-size: var(--text-s);
        font-weight: 600;
        color: var(--ink-2);
      }
      .given[data-kind='DONE'] {
        color: var(--talk-ink);
      }
      .menu {
        display: grid;
        min-width: 14rem;
        padding: var(--space-1);
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius-m);
        box-shadow: var(--shadow-3);
      }
      .menu button {
        border: 0;
        background: transparent;
        text-align: left;
        min-height: 2.25rem;
        padding: 0 var(--space-3);
        border-radius: var(--radius-s);
        font-size: var(--text-s);
        cursor: pointer;
      }
      .menu button:hover,
      .menu button:focus-visible {
        background: var(--surface-3);
      }
      .menu .field {
        padding: var(--space-2) var(--space-3);
        border-top: 1px solid var(--line);
        margin-top: var(--space-1);
      }
      @media (pointer: coarse) {
        .answers .btn {
          min-height: 2.75rem;
        }
      }
      @media (max-width: 560px) {
        .item {
          padding: var(--space-3);
        }
        .answers {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  focusItem() {
    this.renderRoot.querySelector('.item').focus();
    return true;
  }

  /** @param kind an answer, or `UNDO` */
  act(kind) {
    if (kind === 'UNDO') {
      if (this.prompt.answer) void this.#undo();
    } else if (this.prompt.answer) {
      announce(t('prompt.already'));
    } else if (kind === 'DECLINED' || kind === 'LATER') {
      const dropdown = this.renderRoot.querySelector(`sl-dropdown[data-kind=${kind}]`);
      void dropdown?.show();
      setTimeout(() => dropdown?.querySelector('.menu button')?.focus(), 30);
    } else {
      void this.#answer({ kind });
    }
  }

  async #answer(answer) {
    if (this.busy) return;
    this.renderRoot.querySelectorAll('sl-dropdown').forEach((each) => void each.hide());
    this.busy = true;
    const hadFocus = this.renderRoot.activeElement !== null;
    try {
      const body = { kind: answer.kind, reason: answer.reason ?? null, laterOn: answer.laterOn ?? null };
      const prompt = await put(`/prompts/${this.prompt.id}/answer`, body);
      this.send('answered', prompt);
      announce(`${pick(this.prompt.title)}: ${t(`prompt.${answer.kind}`)}`);
      if (hadFocus) this.focusItem();
    } catch (problem) {
      toastProblem(problem);
    } finally {
      this.busy = false;
    }
  }

  async #undo() {
    this.busy = true;
    try {
      this.send('answered', await del(`/prompts/${this.prompt.id}/answer`));
      this.focusItem();
    } catch (problem) {
      toastProblem(problem);
    } finally {
      this.busy = false;
    }
  }

  #menuKeys(event) {
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const at = buttons.indexOf(this.renderRoot.activeElement);
    if (event.key === 'ArrowDown') buttons[(at + 1) % buttons.length].focus();
    else if (event.key === 'ArrowUp') buttons[(at - 1 + buttons.length) % buttons.length].focus();
    else return;
    event.preventDefault();
  }

  render() {
    const { prompt } = this;
    const questions = pick(prompt.questions) || [];
    return html`<div
      class="item ${prompt.selling ? 'selling' : ''} ${prompt.occasion === 'COMPLAINT' ? 'warn' : ''} ${prompt.answer
        ? 'answered'
        : ''}"
      tabindex="-1"
      role="group"
      aria-labelledby="title"
      aria-describedby="reason"
      data-testid="prompt-${prompt.occasion}"
      data-prompt-id=${prompt.id}
      data-answer=${prompt.answer?.kind ?? ''}
    >
      <span class="number" aria-hidden="true">${this.number}</span>
      <div>
        <h3 class="title" id="title">${pick(prompt.title)}</h3>
        <p class="reason" id="reason" data-testid="prompt-reason">${pick(prompt.reason)}</p>
        <p class="text">${pick(prompt.text)}</p>
        ${questions.length
          ? html`<ul class="questions" aria-label=${t('prompt.questions')}>
              ${questions.map((question) => html`<li>${question}</li>`)}
            </ul>`
          : ''}
      </div>
      <div class="answers">${prompt.answer ? this.#given(prompt.answer) : this.#choices()}</div>
    </div>`;
  }

  #given(answer) {
    const detail =
      answer.kind === 'DECLINED' && answer.reason
        ? ` – ${t(`decline.${answer.reason}`)}`
        : answer.kind === 'LATER' && answer.laterOn
          ? ` – ${day(answer.laterOn)}`
          : '';
    return html`<span class="given" data-kind=${answer.kind} data-testid="prompt-answer">
        <sl-icon name=${ANSWER_ICONS[answer.kind]} aria-hidden="true"></sl-icon>${t(`prompt.${answer.kind}`)}${detail}
        ${answer.at ? html`<span class="muted num">${time(answer.at)}</span>` : ''}
      </span>
      ${store.hasRole('innendienst')
        ? html`<button class="btn ghost" ?disabled=${this.busy} data-testid="prompt-undo" @click=${() => this.#undo()}>
            ${t('action.undo')}
          </button>`
        : ''}`;
  }

  #choices() {
    if (!store.hasRole('innendienst')) return html`<span class="small muted">${t('prompt.open')}</span>`;
    const busy = this.busy === true;
    return html`
      <button class="btn yes" ?disabled=${busy} data-testid="prompt-done" @click=${() => this.#answer({ kind: 'DONE' })}>
        <sl-icon name="check2" aria-hidden="true"></sl-icon>${t('prompt.DONE')}
      </button>
      <sl-dropdown hoist data-kind="DECLINED" distance="4">
        <button slot="trigger" class="btn" ?disabled=${busy} data-testid="prompt-declined">
          ${t('prompt.DECLINED')}<sl-icon name="chevron-down" aria-hidden="true"></sl-icon>
        </button>
        <div class="menu" role="group" aria-label=${t('prompt.reason')} @keydown=${this.#menuKeys}>
          ${REASONS.map(
            (reason) => html`<button
              data-testid="decline-${reason}"
              @click=${() => this.#answer({ kind: 'DECLINED', reason })}
            >
              ${t(`decline.${reason}`)}
            </button>`,
          )}
        </div>
      </sl-dropdown>
      <sl-dropdown hoist data-kind="LATER" distance="4">
        <button slot="trigger" class="btn" ?disabled=${busy} data-testid="prompt-later">
          ${t('prompt.LATER')}<sl-icon name="chevron-down" aria-hidden="true"></sl-icon>
        </button>
        <div class="menu" role="group" aria-label=${t('prompt.later-on')} @keydown=${this.#menuKeys}>
          ${LATER.map(([days, text]) => {
            const laterOn = addDays(localDay(), days);
            return html`<button data-testid="later-${days}" @click=${() => this.#answer({ kind: 'LATER', laterOn })}>
              ${t(text)} <span class="muted num">${day(laterOn)}</span>
            </button>`;
          })}
          <div class="field">
            <label for="later">${t('prompt.later-on')}</label>
            <input
              id="later"
              type="date"
              min=${addDays(localDay(), 1)}
              data-testid="later-date"
              @change=${(event) =>
                event.target.value > localDay() && this.#answer({ kind: 'LATER', laterOn: event.target.value })}
            />
          </div>
        </div>
      </sl-dropdown>
      <button
        class="btn ghost"
        ?disabled=${busy}
        data-testid="prompt-does-not-fit"
        @click=${() => this.#answer({ kind: 'DOES_NOT_FIT' })}
      >
        ${t('prompt.DOES_NOT_FIT')}
      </button>
    `;
  }
}

customElements.define('prompt-item', PromptItem);
