import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { addDays, day, localDay, t } from '../i18n.js';
import { put } from '../api.js';
import { toastProblem } from '../shell/toast-region.js';

const DISPOSITIONS = [
  'ORDER',
  'INQUIRY',
  'QUOTE_REQUEST',
  'COMPLAINT',
  'SERVICE',
  'INFORMATION',
  'WRONG_NUMBER',
  'OTHER',
];

/** What the call was about and when to come back to it. Each choice is saved at once. */
export class WrapUpForm extends ZurufElement {
  static properties = { card: {}, wish: { state: true } };

  static styles = [
    ...ZurufElement.styles,
    css`
      :host {
        display: grid;
        gap: var(--space-3);
      }
      .seg label {
        min-height: 1.875rem;
        padding: 0.125rem 0.625rem;
      }
      .follow {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        align-items: center;
      }
      .follow {
        gap: var(--space-1);
      }
      .follow input {
        width: 9.5rem;
      }
      .follow .btn {
        min-height: 2.25rem;
        padding: 0 0.6rem;
      }
      .away {
        visibility: hidden;
      }
    `,
  ];

  constructor() {
    super();
    this.wish = null;
  }

  willUpdate(changed) {
    if (changed.has('card') && changed.get('card')?.id !== this.card.id) this.wish = null;
  }

  /** `{disposition, followUpOn}` as chosen, acknowledged or not. */
  get value() {
    return {
      disposition: this.wish?.disposition ?? this.card.disposition ?? null,
      followUpOn: this.wish && 'followUpOn' in this.wish ? this.wish.followUpOn : (this.card.followUpOn ?? null),
    };
  }

  async #change(part) {
    this.wish = { ...this.value, ...part };
    const sent = this.wish;
    try {
      const card = await put(`/calls/${this.card.id}/wrap-up`, { ...sent, done: this.card.state === 'DONE' });
      this.send('card', card);
      if (this.wish === sent) this.wish = null;
    } catch (problem) {
      if (this.wish === sent) this.wish = null;
      toastProblem(problem);
    }
  }

  #followUp(event) {
    const { value } = event.target;
    if (value && value < localDay()) return;
    void this.#change({ followUpOn: value || null });
  }

  render() {
    const { disposition, followUpOn } = this.value;
    return html`
      <fieldset>
        <legend>${t('disposition.label')}</legend>
        <div class="seg">
          ${DISPOSITIONS.map(
            (each) => html`<label>
              <input
                type="radio"
                name="disposition"
                value=${each}
                .checked=${disposition === each}
                data-testid="disposition-${each}"
                @change=${() => this.#change({ disposition: each })}
              />${t(`disposition.${each}`)}
            </label>`,
          )}
        </div>
      </fieldset>
      <div class="field">
        <label for="follow-up">${t('follow-up.label')}</label>
        <div class="follow">
          <input
            id="follow-up"
            type="date"
            min=${localDay()}
            .value=${followUpOn ?? ''}
            data-testid="follow-up-date"
            @change=${this.#followUp}
          />
          ${[
            [1, 'follow-up.tomorrow'],
            [7, 'follow-up.days7'],
          ].map(([days, text]) => {
            const date = addDays(localDay(), days);
            return html`<button
              class="btn ghost"
              data-testid="follow-up-${days}"
              title=${day(date)}
              @click=${() => this.#change({ followUpOn: date })}
            >
              ${t(text)}
            </button>`;
          })}
          <button
            class="btn ghost icon ${followUpOn ? '' : 'away'}"
            aria-label=${t('follow-up.none')}
            title=${t('follow-up.none')}
            ?disabled=${!followUpOn}
            data-testid="follow-up-none"
            @click=${() => this.#change({ followUpOn: null })}
          >
            <sl-icon name="x-lg" aria-hidden="true"></sl-icon>
          </button>
        </div>
      </div>
    `;
  }
}

customElements.define('wrap-up-form', WrapUpForm);
