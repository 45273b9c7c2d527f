import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { dateTime, day, daysFromToday, relativeDay, t } from '../i18n.js';
import { get, put } from '../api.js';
import { href } from '../router.js';
import { refreshHandoffCounts, store } from '../store.js';
import { share } from '../stream.js';
import { toast, toastProblem } from '../shell/toast-region.js';
import '../call/call-facts.js';
import './visit-report-form.js';
import './visit-report-view.js';

/** One handoff: what is wanted first, then whom to call, then the report. Made for a thumb. */
export class HandoffDetail extends ZurufElement {
  static properties = {
    handoff: {},
    brief: { state: true },
    busy: { state: true },
    reporting: { state: true },
  };

  static styles = [
    ...ZurufElement.styles,
    css`
      article {
        display: grid;
        gap: var(--space-4);
        max-width: 46rem;
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-bottom: var(--space-2);
      }
      h2 {
        font-size: var(--text-xl);
        letter-spacing: -0.015em;
      }
      .wanted {
        padding: var(--space-4);
        border-radius: var(--radius-m);
        background: var(--accent-soft);
        color: var(--accent-soft-ink);
      }
      .wanted p {
        font-size: var(--text-l);
        font-weight: 600;
        line-height: 1.4;
      }
      .wanted h3 {
        color: inherit;
        font-weight: 500;
      }
      .said {
        white-space: pre-line;
      }
      .acts {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
        gap: var(--space-3);
      }
      .acts .btn.call {
        border-color: var(--accent);
        color: var(--accent);
      }
      .steps {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: var(--space-2);
        font-size: var(--text-s);
        counter-reset: step;
      }
      .steps li {
        border-top: 3px solid var(--line-strong);
        padding-top: var(--space-2);
        color: var(--ink-3);
      }
      .steps li.done {
        border-color: var(--talk);
        color: var(--ink);
      }
      .steps strong {
        display: block;
        font-weight: 600;
      }
      details {
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius-m);
      }
      summary {
        min-height: 3rem;
        display: flex;
        align-items: center;
        gap: var(--space-2);
        padding: 0 var(--space-4);
        font-weight: 600;
        cursor: pointer;
      }
      summary:focus-visible {
        border-radius: var(--radius-m);
      }
      .panel {
        padding: var(--space-4);
      }
      .panel h3 {
        font-size: var(--text-m);
        color: var(--ink);
        margin-bottom: var(--space-3);
      }
    `,
  ];

  willUpdate(changed) {
    if (changed.has('handoff') && changed.get('handoff')?.id !== this.handoff.id) {
      this.brief = undefined;
      this.reporting = false;
    }
  }

  get receives() {
    return store.hasRole('aussendienst');
  }

  async #acknowledge() {
    this.busy = true;
    try {
      this.#changed(await put(`/handoffs/${this.handoff.id}/acknowledgement`));
      toast(t('handoff.acknowledged.toast', { who: this.handoff.sender.name }), 'good');
    } catch (problem) {
      toastProblem(problem);
    } finally {
      this.busy = false;
    }
  }

  #changed(handoff) {
    this.handoff = handoff;
    this.send('changed', handoff);
    share('handoff', handoff);
    if (this.receives) void refreshHandoffCounts();
  }

  async #loadBrief(event) {
    if (!event.target.open || this.brief) return;
    try {
      this.brief = await get(`/handoffs/brief/${this.handoff.id}`);
    } catch {
      this.brief = null;
    }
  }

  render() {
    const { handoff } = this;
    const late = handoff.state !== 'ANSWERED' && daysFromToday(handoff.dueOn) < 0;
    return html`<article data-testid="handoff-detail" data-handoff-id=${handoff.id} data-state=${handoff.state}>
      <header>
        <div class="chips">
          <span class="chip ${handoff.urgency === 'TODAY' ? 'warn' : ''}">${t(`urgency.${handoff.urgency}`)}</span>
          <span class="chip ${late ? 'bad' : ''}">${t('handoff.due')} ${day(handoff.dueOn)}, ${relativeDay(handoff.dueOn)}</span>
          <span class="chip accent">${t(`occasion.${handoff.occasion}`)}</span>
        </div>
        <h2 class="clamp-2" dir="auto" data-testid="handoff-company">
          ${handoff.partyId ? html`<a href=${href('customers', handoff.partyId)} dir="auto">${handoff.company}</a>` : handoff.company}
        </h2>
        <p class="muted"><bdi>${handoff.city ?? ''}</bdi>${handoff.contact ? html` · <bdi>${handoff.contact.name}</bdi>` : ''}</p>
      </header>
      <section class="wanted">
        <h3>${t('handoff.wanted.short')}</h3>
        <p dir="auto">${handoff.wanted}</p>
      </section>
      ${this.#acts()}
      <section>
        <h3>${t('handoff.said.by', { who: handoff.sender?.name ?? '' })}</h3>
        <p class="said" dir="auto">${handoff.said || '–'}</p>
      </section>
      ${this.#steps()}
      ${handoff.report
        ? html`<section class="panel">
            <h3>${t('report.title')}</h3>
            <visit-report-view .report=${handoff.report}></visit-report-view>
          </section>`
        : ''}
      ${this.#form()}
      ${this.receives
        ? html`<details data-testid="handoff-brief" @toggle=${this.#loadBrief}>
            <summary>${t('handoff.brief')}</summary>
            ${this.brief
              ? html`<call-facts .customer=${this.brief}></call-facts>`
              : html`<p class="empty">${this.brief === null ? t('error.list') : '…'}</p>`}
          </details>`
        : ''}
    </article>`;
  }

  #acts() {
    const { handoff } = this;
    const number = handoff.contact?.number;
    return html`<div class="acts">
      ${number
        ? html`<a class="btn big call" href="tel:${number}" data-testid="handoff-call" data-party=${handoff.partyId} data-contact=${handoff.contact.id ?? ''} data-who=${`${handoff.contact.name}, ${handoff.company}`}
            ><sl-icon name="telephone" aria-hidden="true"></sl-icon>${t('handoff.call')}</a
          >`
        : ''}
      ${this.receives && handoff.state === 'SENT'
        ? html`<button
            class="btn big primary"
            ?disabled=${this.busy}
            data-testid="handoff-acknowledge"
            @click=${() => this.#acknowledge()}
          >
            <sl-icon name="check2" aria-hidden="true"></sl-icon>${t('handoff.acknowledge')}
          </button>`
        : ''}
      ${this.receives && handoff.state === 'ACKNOWLEDGED' && !this.reporting
        ? html`<button class="btn big primary" data-testid="report-open" @click=${() => (this.reporting = true)}>
            <sl-icon name="journal-text" aria-hidden="true"></sl-icon>${t('report.open')}
          </button>`
        : ''}
    </div>`;
  }

  #steps() {
    const { handoff } = this;
    const step = (text, at, who) => html`<li class=${at ? 'done' : ''}>
      <strong>${text}</strong>${at ? html`<span class="num">${dateTime(at)}</span>` : t('handoff.step.open')}
      ${who ? html`<br /><bdi>${who}</bdi>` : ''}
    </li>`;
    const by = handoff.acknowledgedBy;
    return html`<ol class="steps" aria-label=${t('handoff.steps')}>
      ${step(t('handoff.state.SENT'), handoff.sentAt, handoff.sender?.name)}
      ${step(t('handoff.state.ACKNOWLEDGED'), handoff.acknowledgedAt, typeof by === 'string' ? by : by?.name)}
      ${step(t('handoff.state.ANSWERED'), handoff.answeredAt, null)}
    </ol>`;
  }

  #form() {
    const { handoff } = this;
    if (!this.receives || handoff.state !== 'ACKNOWLEDGED' || !this.reporting) return '';
    return html`<section class="panel">
      <h3>${t('report.title')}</h3>
      <visit-report-form
        .handoff=${handoff}
        @reported=${(event) => this.#changed(event.detail)}
        @cancel=${() => (this.reporting = false)}
      ></visit-report-form>
    </section>`;
  }
}

customElements.define('handoff-detail', HandoffDetail);
