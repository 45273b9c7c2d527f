import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { t } from '../i18n.js';
import { bindExtension, store } from '../store.js';

/** Asks at which telephone the agent sits; without that no call can find this screen. */
export class ExtensionPicker extends ZurufElement {
  static properties = {
    busy: { state: true },
    error: { state: true },
    taken: { state: true },
  };

  static styles = [
    ...ZurufElement.styles,
    css`
      .box {
        padding: var(--space-5);
        display: grid;
        gap: var(--space-4);
        max-width: 34rem;
      }
      form {
        display: flex;
        gap: var(--space-3);
        align-items: end;
        flex-wrap: wrap;
      }
      .field {
        width: 9rem;
      }
      input {
        font-size: var(--text-l);
        font-variant-numeric: tabular-nums;
        min-height: 2.75rem;
      }
      .btn {
        min-height: 2.75rem;
      }
      .alert {
        flex-wrap: wrap;
      }
      .alert > span {
        flex: 1 1 14rem;
      }
    `,
  ];

  async #bind(extension, takeOver) {
    if (!/^\S{1,20}$/.test(extension)) {
      this.error = t('extension.missing');
      this.taken = null;
      return;
    }
    this.busy = true;
    this.error = null;
    this.taken = null;
    try {
      await bindExtension(extension, takeOver);
    } catch (problem) {
      if (problem.code === 'ZURUF-EXTENSION-TAKEN') {
        const holder = problem.body.holder?.name ?? problem.body.holder;
        this.taken = { extension, holder: holder ?? t('extension.somebody') };
      } else {
        this.error = problem.message;
      }
    } finally {
      this.busy = false;
    }
  }

  #submit(event) {
    event.preventDefault();
    void this.#bind(this.renderRoot.querySelector('input').value.trim(), false);
  }

  render() {
    const usual = store.user?.usualExtension ?? '';
    return html`<section class="box panel" aria-labelledby="title" data-testid="extension-picker">
      <div>
        <h1 id="title">${t('extension.title')}</h1>
        <p class="muted">${t('extension.text')}</p>
      </div>
      <form @submit=${this.#submit} novalidate>
        <div class="field">
          <label for="extension">${t('extension.label')}</label>
          <input
            id="extension"
            inputmode="numeric"
            autocomplete="off"
            .value=${usual}
            aria-describedby="problem"
            aria-invalid=${this.error ? 'true' : 'false'}
            data-testid="extension-input"
          />
        </div>
        <button class="btn primary" ?disabled=${this.busy} data-testid="extension-bind">${t('extension.bind')}</button>
      </form>
      <div id="problem" role="alert">
        ${this.error
          ? html`<div class="alert">
              <sl-icon name="exclamation-triangle" aria-hidden="true"></sl-icon><span>${this.error}</span>
            </div>`
          : ''}
        ${this.taken
          ? html`<div class="alert warn" data-testid="extension-taken">
              <sl-icon name="person-check" aria-hidden="true"></sl-icon>
              <span>${t('extension.taken', this.taken)}</span>
              <button
                class="btn"
                data-testid="extension-take-over"
                ?disabled=${this.busy}
                @click=${() => this.#bind(this.taken.extension, true)}
              >
                ${t('extension.take-over')}
              </button>
            </div>`
          : ''}
      </div>
    </section>`;
  }
}

customElements.define('extension-picker', ExtensionPicker);
