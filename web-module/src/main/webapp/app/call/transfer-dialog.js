import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { t } from '../i18n.js';
import { get, post } from '../api.js';
import { toast } from '../shell/toast-region.js';
import '../shell/modal-dialog.js';

/**
 * To whom the caller is passed on: a colleague, the customer's owner first, or any number; at once, or after that one has been asked.
 * Note and card go along.
 */
export class TransferDialog extends ZurufElement {
  static properties = {
    open: { state: true },
    card: { state: true },
    people: { state: true },
    text: { state: true },
    chosen: { state: true },
    asking: { state: true },
    error: { state: true },
    busy: { state: true },
  };

  static styles = [
    ...ZurufElement.styles,
    css`
      form {
        display: grid;
        gap: var(--space-4);
      }
      .list {
        display: grid;
        gap: 1px;
        max-height: 16rem;
        overflow-y: auto;
        border: 1px solid var(--line);
        border-radius: var(--radius-m);
      }
      .person {
        display: flex;
        gap: var(--space-3);
        align-items: center;
        min-height: 2.75rem;
        padding: var(--space-1) var(--space-3);
        cursor: pointer;
      }
      .person:has(input:checked) {
        background: var(--accent-soft, var(--surface-3));
      }
      .person .who {
        flex: 1;
        min-width: 0;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.125rem var(--space-2);
        overflow-wrap: anywhere;
      }
      .person .state {
        flex: none;
        font-size: var(--text-s);
        color: var(--ink-3);
      }
      .ways {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--space-2);
      }
      .way {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-height: 2.75rem;
        padding: var(--space-1) var(--space-3);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-m);
        cursor: pointer;
      }
      .way:has(input:checked) {
        border-color: var(--accent);
        background: var(--accent-soft, var(--surface-3));
      }
      fieldset {
        border: 0;
        padding: 0;
        min-width: 0;
      }
      .foot {
        display: flex;
        justify-content: flex-end;
        gap: var(--space-2);
      }
    `,
  ];

  async show(card) {
    this.card = card;
    this.people = null;
    this.text = '';
    this.chosen = null;
    this.asking = false;
    this.error = null;
    this.busy = false;
    this.open = true;
    try {
      const people = await get(`/calls/${card.id}/transfer-targets`);
      if (this.card !== card) return;
      this.people = people;
      this.chosen = people.find((each) => each.owner && each.signedIn)?.extension ?? null;
    } catch (problem) {
      this.people = [];
      this.error = problem.message;
    }
    await this.updateComplete;
    this.renderRoot.querySelector('#target')?.focus();
  }

  /** Text that is no name is a number to which to transfer. */
  get #number() {
    return /^[+0-9][0-9 ()/.-]*$/.test(this.text.trim()) ? this.text.trim() : null;
  }

  get #shown() {
    const text = this.text.trim().toLowerCase();
    return (this.people ?? []).filter(
      (each) => !text || each.name.toLowerCase().includes(text) || each.extension.startsWith(text),
    );
  }

  async #send(event) {
    event.preventDefault();
    const target = this.chosen ?? this.#number;
    if (this.busy) return;
    if (!target) {
      this.error = t('transfer.missing');
      return;
    }
    this.busy = true;
    this.error = null;
    try {
      await post(`/calls/${this.card.id}/${this.asking ? 'consultation' : 'transfer'}`, { target });
      this.open = false;
      const name = this.people?.find((each) => each.extension === target)?.name ?? target;
      if (!this.asking) toast(t('transfer.sent', { target: name }));
    } catch (problem) {
      this.error = problem.message;
    } finally {
      this.busy = false;
    }
  }

  #typed(event) {
    this.text = event.target.value;
    const shown = this.#shown;
    const exact = shown.find((each) => each.extension === this.text.trim());
    this.chosen = exact?.extension ?? (this.#number ? null : shown.length === 1 ? shown[0].extension : null);
  }

  render() {
    return html`<modal-dialog
      label=${t('transfer.title')}
      width="30rem"
      .open=${this.open === true}
      @closed=${() => (this.open = false)}
    >
      <form data-testid="transfer-dialog" @submit=${this.#send}>
        <div class="field">
          <label for="target">${t('transfer.target')}</label>
          <input
            id="target"
            autocomplete="off"
            maxlength="40"
            data-testid="transfer-target"
            .value=${this.text ?? ''}
            @input=${this.#typed}
          />
        </div>
        <fieldset>
          <legend class="sr">${t('transfer.colleagues')}</legend>
          <div class="list" data-testid="transfer-people">
            ${this.people === null || this.people === undefined
              ? html`<div class="skeleton" style="height: 5rem"></div>`
              : this.#shown.map(
                  (each) => html`<label class="person">
                    <input
                      type="radio"
                      name="person"
                      .checked=${this.chosen === each.extension}
                      data-testid="transfer-person"
                      data-extension=${each.extension}
                      @change=${() => (this.chosen = each.extension)}
                    />
                    <span class="who"
                      ><bdi>${each.name}</bdi> <span class="num muted">${each.extension}</span>
                      ${each.owner ? html`<span class="chip accent">${t('transfer.owner')}</span>` : ''}
                    </span>
                    <span class="state"
                      >${each.talking
                        ? t('transfer.talking')
                        : each.signedIn
                          ? t('transfer.signed-in')
                          : t('transfer.away')}</span
                    >
                  </label>`,
                )}
          </div>
        </fieldset>
        <fieldset>
          <legend class="sr">${t('transfer.way')}</legend>
          <div class="ways">
            ${[false, true].map(
              (asking) => html`<label class="way">
                <input
                  type="radio"
                  name="way"
                  data-testid=${asking ? 'transfer-ask' : 'transfer-direct'}
                  .checked=${this.asking === asking}
                  @change=${() => (this.asking = asking)}
                />
                ${t(asking ? 'transfer.ask' : 'transfer.direct')}
              </label>`,
            )}
          </div>
        </fieldset>
        <p class="small muted">${t(this.asking ? 'transfer.ask.how' : 'transfer.how')}</p>
        ${this.error ? html`<p class="alert bad" role="alert" data-testid="transfer-error">${this.error}</p>` : ''}
        <div class="foot">
          <button type="button" class="btn" @click=${() => (this.open = false)}>${t('action.cancel')}</button>
          <button class="btn primary" data-testid="transfer-send" ?disabled=${this.busy}>
            <sl-icon name=${this.asking ? 'chat-left-dots' : 'arrow-right-circle'} aria-hidden="true"></sl-icon>${t(
              this.asking ? 'transfer.ask.send' : 'transfer.send',
            )}
          </button>
        </div>
      </form>
    </modal-dialog>`;
  }
}

customElements.define('transfer-dialog', TransferDialog);
