import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { t } from '../i18n.js';
import { put } from '../api.js';
import { toast } from '../shell/toast-region.js';

const INTENTS = ['POTENTIAL_KEY_ACCOUNT', 'UNDECIDED', 'BROCHURE_COLLECTOR'];

/** Takes down somebody nobody knows yet, with the question that decides what becomes of him. */
export class LeadForm extends ZurufElement {
  static properties = { card: {}, error: { state: true }, busy: { state: true }, changed: { state: true } };

  static styles = [
    ...ZurufElement.styles,
    css`
      form {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--space-3);
        margin-top: var(--space-3);
      }
      .wide {
        grid-column: 1 / -1;
      }
      .foot {
        display: flex;
        gap: var(--space-3);
        align-items: center;
      }
      @media (max-width: 560px) {
        form {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];

  async #submit(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const lead = Object.fromEntries(
      ['company', 'person', 'email', 'interest', 'intent'].map((name) => [name, form.get(name)?.trim() || null]),
    );
    if (!lead.company && !lead.person) {
      this.error = { field: 'company', text: t('lead.missing') };
      this.renderRoot.querySelector('#company').focus();
      return;
    }
    this.busy = true;
    this.error = null;
    try {
      this.send('card', await put(`/calls/${this.card.id}/lead`, lead));
      this.changed = false;
      toast(t('lead.saved'), 'good');
    } catch (problem) {
      this.error = { field: problem.field, text: problem.message };
    } finally {
      this.busy = false;
    }
  }

  #field(name, type = 'text', autocomplete = 'off') {
    const lead = this.card.lead ?? {};
    return html`<div class="field">
      <label for=${name}>${t(`lead.${name}`)}</label>
      <input
        id=${name}
        name=${name}
        type=${type}
        dir="auto"
        maxlength="200"
        autocomplete=${autocomplete}
        .value=${lead[name] ?? (name === 'company' ? (this.card.caller.lineName ?? '') : '')}
        aria-invalid=${this.error?.field === name ? 'true' : 'false'}
        aria-describedby="lead-error"
        data-testid="lead-${name}"
      />
    </div>`;
  }

  render() {
    const lead = this.card.lead;
    return html`<h2>${t('lead.title')}</h2>
      <p class="small muted">${t('lead.text')}</p>
      <form @submit=${this.#submit} @input=${() => (this.changed = true)} novalidate data-testid="lead-form">
        ${this.#field('company')} ${this.#field('person')} ${this.#field('email', 'email')} ${this.#field('interest')}
        <fieldset class="wide">
          <legend>${t('lead.intent')}</legend>
          <div class="seg">
            ${INTENTS.map(
              (intent) => html`<label>
                <input
                  type="radio"
                  name="intent"
                  value=${intent}
                  ?checked=${(lead?.intent ?? 'UNDECIDED') === intent}
                  data-testid="lead-intent-${intent}"
                />${t(`lead.intent.${intent}`)}
              </label>`,
            )}
          </div>
        </fieldset>
        <div class="wide" id="lead-error" role="alert">
          ${this.error
            ? html`<div class="alert"><sl-icon name="exclamation-triangle" aria-hidden="true"></sl-icon>${this.error.text}</div>`
            : ''}
        </div>
        <div class="wide foot">
          <button class="btn primary" ?disabled=${this.busy} data-testid="lead-save">
            ${lead ? t('lead.update') : t('lead.save')}
          </button>
          <span class="small muted" role="status">${lead && !this.changed ? t('lead.kept') : ''}</span>
        </div>
      </form>`;
  }
}

customElements.define('lead-form', LeadForm);
