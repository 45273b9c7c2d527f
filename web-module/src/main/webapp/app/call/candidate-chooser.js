import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { pick, t } from '../i18n.js';

/** Several customers share the number: who is it? Best guess first, each with the reason for its place. */
export class CandidateChooser extends ZurufElement {
  static properties = { candidates: {} };

  static styles = [
    ...ZurufElement.styles,
    css`
      ul {
        display: grid;
        gap: var(--space-2);
        margin-top: var(--space-3);
      }
      button {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 var(--space-3);
        width: 100%;
        padding: var(--space-3);
        text-align: left;
        background: var(--surface);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-s);
        cursor: pointer;
      }
      button:hover {
        border-color: var(--accent);
        background: var(--accent-soft);
      }
      .company {
        font-weight: 600;
      }
      .contact {
        font-size: var(--text-s);
        color: var(--ink-2);
      }
      .reason {
        grid-column: 2;
        grid-row: 1 / 3;
        align-self: center;
        text-align: right;
        font-size: var(--text-s);
        color: var(--ink-3);
        max-width: 14rem;
      }
    `,
  ];

  render() {
    return html`<h2>${t('candidates.title', { n: this.candidates.length })}</h2>
      <p class="small muted">${t('candidates.text')}</p>
      <ul data-testid="candidates">
        ${this.candidates.map(
          (candidate) => html`<li>
            <button data-testid="candidate" data-party-id=${candidate.partyId} @click=${() => this.send('pick', candidate)}>
              <span class="company clip" dir="auto">${candidate.company}</span>
              <span class="contact clip"
                ><bdi>${candidate.contact ?? ''}</bdi>${candidate.contact && candidate.city ? ' · ' : ''}<bdi
                  >${candidate.city}</bdi
                ></span
              >
              <span class="reason">${pick(candidate.reason)}</span>
            </button>
          </li>`,
        )}
      </ul>`;
  }
}

customElements.define('candidate-chooser', CandidateChooser);
