import { css, html } from 'lit';
import { live } from 'lit/directives/live.js';
import { ZurufElement } from '../element.js';
import { t, time } from '../i18n.js';
import { noteKeeper } from './note-keeper.js';

const LIMIT = 20_000;

export class NoteEditor extends ZurufElement {
  static properties = { card: {}, readonly: { type: Boolean } };

  static styles = [
    ...ZurufElement.styles,
    css`
      .head {
        display: flex;
        justify-content: space-between;
        align-items: baseline;
        gap: var(--space-3);
      }
      .state {
        font-size: var(--text-s);
        color: var(--ink-3);
        display: inline-flex;
        gap: 0.35rem;
        align-items: center;
        min-height: 1.4em;
      }
      .state[data-state='offline'],
      .state[data-state='refused'],
      .state[data-state='conflict'] {
        color: var(--warn-ink);
        font-weight: 550;
      }
      textarea {
        min-height: 7.5rem;
        max-height: 24rem;
        field-sizing: content;
        margin-top: 0.25rem;
      }
      .conflict {
        display: grid;
        gap: var(--space-3);
        margin-top: var(--space-2);
        padding: var(--space-3);
        border: 1px solid var(--warn);
        border-radius: var(--radius-s);
        background: var(--warn-soft);
        color: var(--warn-ink);
      }
      .versions {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--space-3);
      }
      .version {
        max-height: 10rem;
        overflow: auto;
        white-space: pre-wrap;
        padding: var(--space-2);
        background: var(--surface);
        color: var(--ink);
        border-radius: var(--radius-s);
        font-size: var(--text-s);
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
    `,
  ];

  #keeper = null;
  #end = null;

  willUpdate(changed) {
    if (!changed.has('card') || this.readonly) return;
    const keeper = noteKeeper(this.card);
    if (keeper === this.#keeper) return;
    this.#end?.();
    this.#keeper = keeper;
    this.#end = keeper.subscribe(() => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#end?.();
    this.#keeper = null;
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate('card', null);
  }

  focusField() {
    const field = this.renderRoot.querySelector('textarea');
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  }

  render() {
    if (this.readonly) {
      return html`<h3>${t('note.label')}</h3>
        <p dir="auto" style="white-space: pre-wrap">${this.card.note?.text || t('note.none')}</p>`;
    }
    const keeper = this.#keeper;
    if (!keeper) return '';
    return html`
      <div class="head">
        <label class="label" for="note">${t('note.label')} <kbd aria-hidden="true">N</kbd></label>
        <span class="state" role="status" data-testid="note-state" data-state=${keeper.state}>${this.#state(keeper)}</span>
      </div>
      <textarea
        id="note"
        dir="auto"
        maxlength=${LIMIT}
        aria-keyshortcuts="n"
        placeholder=${t('note.placeholder')}
        data-testid="note-input"
        .value=${live(keeper.text)}
        @input=${(event) => keeper.input(event.target.value)}
        @blur=${() => keeper.flush()}
      ></textarea>
      ${keeper.other ? this.#conflict(keeper) : ''}
    `;
  }

  #state(keeper) {
    switch (keeper.state) {
      case 'saved':
        return keeper.savedAt ? t('note.saved', { time: time(keeper.savedAt) }) : '';
      case 'pending':
      case 'saving':
        return t('note.saving');
      case 'refused':
        return keeper.problem.message;
      default:
        return t(`note.${keeper.state}`);
    }
  }

  #conflict(keeper) {
    return html`<div class="conflict" role="alert" data-testid="note-conflict">
      <p class="small">${t('note.conflict.text')}</p>
      <div class="versions">
        <div>
          <h3>${t('note.conflict.mine')}</h3>
          <div class="version" dir="auto" tabindex="0" role="region" aria-label=${t('note.conflict.mine')}>${keeper.text}</div>
        </div>
        <div>
          <h3>${t('note.conflict.theirs', { time: time(keeper.other.savedAt) })}</h3>
          <div
            class="version"
            dir="auto"
            tabindex="0"
            role="region"
            aria-label=${t('note.conflict.theirs', { time: '' })}
            .textContent=${keeper.other.text}
          ></div>
        </div>
      </div>
      <div class="choices">
        <button class="btn primary" data-testid="note-keep-both" @click=${() => keeper.resolve('both')}>
          ${t('note.conflict.both')}
        </button>
        <button class="btn" data-testid="note-keep-mine" @click=${() => keeper.resolve('mine')}>
          ${t('note.conflict.keep-mine')}
        </button>
        <button class="btn" data-testid="note-keep-theirs" @click=${() => keeper.resolve('theirs')}>
          ${t('note.conflict.keep-theirs')}
        </button>
      </div>
    </div>`;
  }
}

customElements.define('note-editor', NoteEditor);
