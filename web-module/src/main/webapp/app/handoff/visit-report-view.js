import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { day, t } from '../i18n.js';

/** A visit report to read. */
export class VisitReportView extends ZurufElement {
  static properties = { report: {} };

  static styles = [
    ...ZurufElement.styles,
    css`
      dl {
        display: grid;
        grid-template-columns: 9rem minmax(0, 1fr);
        gap: var(--space-2) var(--space-4);
      }
      dt {
        color: var(--ink-3);
        font-size: var(--text-s);
        padding-top: 0.1rem;
      }
      li + li {
        margin-top: 0.125rem;
      }
      @media (max-width: 560px) {
        dl {
          grid-template-columns: minmax(0, 1fr);
          gap: 0;
        }
        dd {
          margin-bottom: var(--space-3);
        }
      }
    `,
  ];

  render() {
    const { report } = this;
    return html`<dl data-testid="visit-report">
      <dt>${t('report.visited-on')}</dt>
      <dd>${day(report.visitedOn)} <span class="chip">${t(`mood.${report.mood}`)}</span></dd>
      ${report.participants?.length
        ? html`<dt>${t('report.participants')}</dt>
            <dd>
              <ul>
                ${report.participants.map(
                  (each) => html`<li><bdi>${each.name}</bdi> <span class="muted small">${t(`centre.${each.role}`)}</span></li>`,
                )}
              </ul>
            </dd>`
        : ''}
      ${report.topics?.length
        ? html`<dt>${t('report.topics')}</dt>
            <dd>
              <ul>
                ${report.topics.map((topic) => html`<li dir="auto">${topic}</li>`)}
              </ul>
            </dd>`
        : ''}
      ${report.commitments?.length
        ? html`<dt>${t('report.commitments')}</dt>
            <dd>
              <ul>
                ${report.commitments.map(
                  (each) => html`<li>
                    <bdi>${each.text}</bdi>
                    <span class="muted small"
                      >${t(`report.by.${each.by}`)}${each.dueOn ? `, ${t('handoff.due')} ${day(each.dueOn)}` : ''}</span
                    >
                  </li>`,
                )}
              </ul>
            </dd>`
        : ''}
      ${report.nextStep
        ? html`<dt>${t('report.next-step')}</dt>
            <dd>
              <bdi>${report.nextStep}</bdi>
              ${report.nextStepOn ? html`<span class="muted small num">${day(report.nextStepOn)}</span>` : ''}
            </dd>`
        : ''}
    </dl>`;
  }
}

customElements.define('visit-report-view', VisitReportView);
