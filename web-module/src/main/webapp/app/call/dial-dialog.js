import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { pick, t } from '../i18n.js';
import { get, newKey, post, query } from '../api.js';
import { go } from '../router.js';
import { store } from '../store.js';
import { toast } from '../shell/toast-region.js';
import '../shell/modal-dialog.js';

/**
 * Asks before a number is dialled: which number, whose it is, at which telephone it will ring. Nothing is dialled without this. The
 * key is made once per opened dialog, so that a second press does not dial twice.
 */
export class DialDialog extends ZurufElement {
  static properties = {
    open: { state: true },
    preview: { state: true },
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
      .number {
        font-size: var(--text-2xl);
        font-weight: 650;
        line-height: 1.2;
      }
      .foot {
        display: flex;
        justify-content: flex-end;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
    `,
  ];

  #wanted = null;
  #key = null;

  /** @param wanted `{number, who, partyId, contactId}`; all but the number may be missing */
  async show(wanted) {
    this.#wanted = wanted;
    this.#key = newKey();
    this.preview = null;
    this.error = null;
    this.busy = false;
    this.open = true;
    try {
      const preview = await get(`/calls/dial${query({ number: wanted.number })}`);
      if (this.#wanted !== wanted) return;
      this.preview = preview;
    } catch (problem) {
      if (this.#wanted === wanted) this.error = problem.message;
    }
    await this.updateComplete;
    this.#focus();
  }

  /** Enter dials, unless there is nothing to dial. */
  #focus() {
    const confirm = this.renderRoot.querySelector('[data-testid=dial-confirm]:not([disabled])');
    (confirm ?? this.renderRoot.querySelector('[data-testid=dial-cancel]'))?.focus();
  }

  async #dial(event) {
    event.preventDefault();
    if (this.busy || !this.#ready) return;
    this.busy = true;
    this.error = null;
    const { number, partyId, contactId } = this.#wanted;
    try {
      await post('/calls/dial', {
        key: this.#key,
        number,
        partyId: partyId ?? null,
        contactId: contactId ?? null,
      });
      this.open = false;
      toast(t('dial.rings', { extension: this.preview.extension }));
      // Where the card is, on which to note what is said.
      go('');
    } catch (problem) {
      this.error = problem.message;
    } finally {
      this.busy = false;
    }
  }

  get #ready() {
    return this.preview && !this.preview.refused && this.preview.extension;
  }

  render() {
    const { preview } = this;
    return html`<modal-dialog
      label=${t('dial.title')}
      width="28rem"
      .open=${this.open === true}
      @closed=${() => (this.open = false)}
      @sl-initial-focus=${(event) => {
        event.preventDefault();
        this.#focus();
      }}
    >
      <form data-testid="dial-dialog" @submit=${this.#dial}>
        <div>
          <p class="number num" data-testid="dial-number"><bdi>${preview?.display ?? this.#wanted?.number ?? ''}</bdi></p>
          <p class="muted" data-testid="dial-who" dir="auto">${this.#wanted?.who ?? preview?.name ?? t('dial.nobody')}</p>
        </div>
        ${preview?.refused
          ? html`<p class="alert bad" role="alert" data-testid="dial-refused">${pick(preview.refused)}</p>`
          : preview?.warning
            ? html`<p class="alert warn" data-testid="dial-warning">${pick(preview.warning)}</p>`
            : ''}
        ${this.error ? html`<p class="alert bad" role="alert" data-testid="dial-error">${this.error}</p>` : ''}
        ${preview && !preview.refused
          ? preview.extension
            ? html`<p class="small muted">${t('dial.how', { extension: preview.extension })}</p>`
            : html`<p class="alert info" data-testid="dial-no-extension">${t('dial.no-extension')}</p>`
          : ''}
        <div class="foot">
          <button type="button" class="btn" data-testid="dial-cancel" @click=${() => (this.open = false)}>
            ${t('action.cancel')}
          </button>
          <button class="btn primary" data-testid="dial-confirm" ?disabled=${this.busy || !this.#ready}>
            <sl-icon name="telephone-outbound" aria-hidden="true"></sl-icon>${t('dial.confirm')}
          </button>
        </div>
      </form>
    </modal-dialog>`;
  }
}

customElements.define('dial-dialog', DialDialog);

/** What a link to a number says of it; null when the event was not about one. */
export function dialledBy(event) {
  if (!store.session?.control || event.defaultPrevented || event.button !== 0) return null;
  const link = event.composedPath().find((each) => each.tagName === 'A' && each.getAttribute('href')?.startsWith('tel:'));
  if (!link) return null;
  const { who, party, contact } = link.dataset;
  return {
    number: link.getAttribute('href'),
    who: who || null,
    partyId: party ? Number(party) : null,
    contactId: contact ? Number(contact) : null,
  };
}
