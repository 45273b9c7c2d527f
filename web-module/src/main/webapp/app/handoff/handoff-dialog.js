import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { addDays, asDate, localDay, pick, t } from '../i18n.js';
import { get, newKey, post, query } from '../api.js';
import { share } from '../stream.js';
import { toast } from '../shell/toast-region.js';
import { OCCASIONS, URGENCIES } from './occasions.js';
import '../shell/modal-dialog.js';

/** By when, for each urgency; a due day on a weekend is nobody's wish. */
function dueDay(urgency) {
  if (urgency === 'TODAY') return localDay();
  const today = asDate(localDay());
  if (urgency === 'THIS_WEEK') {
    const toFriday = (5 - today.getDay() + 7) % 7;
    return addDays(localDay(), toFriday || 7);
  }
  const date = addDays(localDay(), 14);
  const weekday = asDate(date).getDay();
  return addDays(date, weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
}

/**
 * Hands a matter over to the field. All is filled in from the call, so that opening and sending are enough. The key is made once per
 * opened dialog: sending again after a broken line makes no second handoff.
 */
export class HandoffDialog extends ZurufElement {
  static properties = {
    open: { state: true },
    people: { state: true },
    suggestion: { state: true },
    form: { state: true },
    error: { state: true },
    busy: { state: true },
    card: { state: true },
  };

  static styles = [
    ...ZurufElement.styles,
    css`
      form {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: var(--space-4);
        align-items: start;
      }
      .wide {
        grid-column: 1 / -1;
      }
      .because {
        display: flex;
        gap: 0.4rem;
        align-items: flex-start;
        font-size: var(--text-s);
        color: var(--ink-3);
      }
      .customer {
        color: var(--ink-2);
        margin-bottom: var(--space-3);
      }
      .foot {
        display: flex;
        justify-content: flex-end;
        gap: var(--space-2);
      }
      @media (max-width: 560px) {
        form {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];

  #key = null;

  async show(card) {
    this.card = card;
    this.#key = newKey();
    const prompt = card.prompts?.find((each) => each.answer?.kind !== 'DOES_NOT_FIT') ?? card.prompts?.[0];
    const urgency = prompt?.occasion === 'COMPLAINT' ? 'TODAY' : 'THIS_WEEK';
    const field = this.getRootNode().querySelector('note-editor')?.renderRoot.querySelector('textarea');
    this.form = {
      recipientId: '',
      occasion: prompt?.occasion ?? 'CARE_CALL',
      said: field?.value ?? card.note?.text ?? '',
      wanted: '',
      urgency,
      dueOn: dueDay(urgency),
    };
    this.form.wanted = this.#wanted(this.form.occasion);
    this.error = null;
    this.people = null;
    this.suggestion = null;
    this.open = true;
    try {
      const found = await get(`/handoffs/recipients${query({ partyId: card.customer.partyId })}`);
      if (this.card !== card) return;
      this.people = found.people;
      this.suggestion = found;
      this.form = { ...this.form, recipientId: this.form.recipientId || found.suggested || '' };
    } catch (problem) {
      this.error = { text: problem.message };
      this.people = [];
    }
  }

  #wanted(occasion) {
    return t(`handoff.wanted.${occasion}`) === `handoff.wanted.${occasion}`
      ? t('handoff.wanted.default')
      : t(`handoff.wanted.${occasion}`);
  }

  #set(part) {
    this.form = { ...this.form, ...part };
  }

  async #send(event) {
    event.preventDefault();
    const { form, card } = this;
    const missing = ['recipientId', 'wanted', 'dueOn'].find((name) => !form[name]?.trim());
    if (missing) {
      this.error = { field: missing, text: t(`handoff.missing.${missing}`) };
      this.renderRoot.querySelector(`[name=${missing}]`)?.focus();
      return;
    }
    this.busy = true;
    this.error = null;
    try {
      const handoff = await post('/handoffs', {
        key: this.#key,
        callId: card.id,
        partyId: card.customer.partyId,
        contactId: card.customer.contact?.id ?? null,
        ...form,
      });
      this.open = false;
      this.send('sent', handoff);
      share('handoff', handoff);
      toast(t('handoff.sent', { who: handoff.recipient.name }), 'good');
    } catch (problem) {
      this.error = { field: problem.field, text: problem.message };
    } finally {
      this.busy = false;
    }
  }

  render() {
    return html`<modal-dialog
      label=${t('handoff.title')}
      width="42rem"
      ?open=${this.open}
      @closed=${() => (this.open = false)}
    >
      ${this.open && this.form ? this.#form() : ''}
    </modal-dialog>`;
  }

  #form() {
    const { form, error } = this;
    const invalid = (name) => (error?.field === name ? 'true' : 'false');
    return html`
      <p class="customer">
        <bdi>${this.card.customer.company}</bdi>${this.card.customer.contact
          ? html` · <bdi>${this.card.customer.contact.name}</bdi>`
          : ''}
      </p>
      <form @submit=${this.#send} novalidate data-testid="handoff-form">
        <div class="field">
          <label for="recipient">${t('handoff.recipient')}</label>
          <select
            id="recipient"
            name="recipientId"
            data-testid="handoff-recipient"
            aria-describedby="because"
            aria-invalid=${invalid('recipientId')}
            @change=${(event) => this.#set({ recipientId: event.target.value })}
          >
            ${form.recipientId ? '' : html`<option value="">${this.people ? t('handoff.choose') : '…'}</option>`}
            ${(this.people ?? []).map(
              (person) => html`<option value=${person.id} ?selected=${person.id === form.recipientId}>
                ${person.name}${person.absent ? ` (${t('owner.absent')})` : ''}
              </option>`,
            )}
          </select>
          <p class="because" id="because" data-testid="handoff-because">
            ${this.suggestion?.because
              ? html`<sl-icon name="info-circle" aria-hidden="true"></sl-icon><bdi>${pick(this.suggestion.because)}</bdi>`
              : ''}
          </p>
        </div>
        <div class="field">
          <label for="occasion">${t('handoff.occasion')}</label>
          <select
            id="occasion"
            name="occasion"
            data-testid="handoff-occasion"
            @change=${(event) => {
              const untouched = form.wanted === this.#wanted(form.occasion);
              this.#set({
                occasion: event.target.value,
                ...(untouched ? { wanted: this.#wanted(event.target.value) } : {}),
              });
            }}
          >
            ${OCCASIONS.map(
              (occasion) => html`<option value=${occasion} ?selected=${occasion === form.occasion}>
                ${t(`occasion.${occasion}`)}
              </option>`,
            )}
          </select>
        </div>
        <div class="field wide">
          <label for="said">${t('handoff.said')}</label>
          <textarea
            id="said"
            name="said"
            rows="4"
            dir="auto"
            maxlength="4000"
            placeholder=${t('handoff.said.placeholder')}
            .value=${form.said}
            data-testid="handoff-said"
            aria-invalid=${invalid('said')}
            @input=${(event) => this.#set({ said: event.target.value })}
          ></textarea>
        </div>
        <div class="field wide">
          <label for="wanted">${t('handoff.wanted')}</label>
          <input
            id="wanted"
            name="wanted"
            dir="auto"
            maxlength="2000"
            .value=${form.wanted}
            data-testid="handoff-wanted"
            aria-invalid=${invalid('wanted')}
            @input=${(event) => this.#set({ wanted: event.target.value })}
          />
        </div>
        <fieldset>
          <legend>${t('handoff.urgency')}</legend>
          <div class="seg">
            ${URGENCIES.map(
              (urgency) => html`<label>
                <input
                  type="radio"
                  name="urgency"
                  value=${urgency}
                  .checked=${form.urgency === urgency}
                  data-testid="handoff-urgency-${urgency}"
                  @change=${() => this.#set({ urgency, dueOn: dueDay(urgency) })}
                />${t(`urgency.${urgency}`)}
              </label>`,
            )}
          </div>
        </fieldset>
        <div class="field">
          <label for="due">${t('handoff.due-on')}</label>
          <input
            id="due"
            name="dueOn"
            type="date"
            min=${localDay()}
            .value=${form.dueOn}
            data-testid="handoff-due"
            aria-invalid=${invalid('dueOn')}
            @change=${(event) => this.#set({ dueOn: event.target.value })}
          />
        </div>
        <div class="wide" role="alert">
          ${error
            ? html`<div class="alert" data-testid="handoff-error">
                <sl-icon name="exclamation-triangle" aria-hidden="true"></sl-icon><span>${error.text}</span>
              </div>`
            : ''}
        </div>
        <div class="wide foot">
          <button type="button" class="btn" @click=${() => (this.open = false)}>${t('action.cancel')}</button>
          <button class="btn primary" ?disabled=${this.busy || !this.people} data-testid="handoff-send">
            <sl-icon name="send" aria-hidden="true"></sl-icon>${t('handoff.send')}
          </button>
        </div>
      </form>
    `;
  }
}

customElements.define('handoff-dialog', HandoffDialog);
