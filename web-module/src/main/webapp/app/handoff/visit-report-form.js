import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { addDays, localDay, t } from '../i18n.js';
import { put } from '../api.js';
import { store } from '../store.js';
import { announce } from '../shell/announcer.js';
import { toast } from '../shell/toast-region.js';

const ROLES = ['DECIDER', 'INFLUENCER', 'USER', 'GATEKEEPER', 'SUPPORTER', 'OPPONENT', 'UNKNOWN'];
const MOODS = [
  ['GOOD', 'emoji-smile'],
  ['NEUTRAL', 'emoji-neutral'],
  ['BAD', 'emoji-frown'],
];

/** The structured answer of the field. What is typed stays on the device until the server has it. */
export class VisitReportForm extends ZurufElement {
  static properties = { handoff: {}, form: { state: true }, error: { state: true }, busy: { state: true } };

  static styles = [
    ...ZurufElement.styles,
    css`
      form {
        display: grid;
        gap: var(--space-5);
      }
      .rows {
        display: grid;
        gap: var(--space-3);
      }
      .row {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 11rem auto;
        gap: var(--space-2);
        align-items: end;
      }
      .row.topic {
        grid-template-columns: minmax(0, 1fr) auto;
      }
      .row.commitment {
        grid-template-columns: minmax(0, 1fr) 10rem 10rem auto;
      }
      .pair {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 11rem;
        gap: var(--space-3);
      }
      .mood label {
        min-height: 3rem;
        padding: 0 1rem;
        gap: 0.5rem;
        font-size: var(--text-m);
      }
      .mood sl-icon {
        font-size: 1.25rem;
      }
      input,
      select {
        min-height: 2.75rem;
      }
      .btn {
        min-height: 2.75rem;
      }
      .btn.icon {
        width: 2.75rem;
      }
      .add {
        justify-self: start;
      }
      .foot {
        display: flex;
        gap: var(--space-3);
        flex-wrap: wrap;
        align-items: center;
      }
      .foot .big {
        flex: 1 1 12rem;
      }
      @media (max-width: 640px) {
        .row,
        .row.commitment {
          grid-template-columns: minmax(0, 1fr) auto;
          padding-bottom: var(--space-3);
          border-bottom: 1px solid var(--line);
        }
        .row > .wide {
          grid-column: 1 / -1;
        }
        .row.commitment > .half {
          grid-column: 1 / -1;
        }
        .pair {
          grid-template-columns: minmax(0, 1fr);
        }
        .mood .seg {
          display: grid;
          grid-template-columns: repeat(3, 1fr);
        }
        .mood label {
          justify-content: center;
          padding: 0;
          font-size: var(--text-s);
        }
      }
    `,
  ];

  get #key() {
    return `zuruf.report.${store.user.id}.${this.handoff.id}`;
  }

  willUpdate(changed) {
    if (!changed.has('handoff') || changed.get('handoff')?.id === this.handoff.id) return;
    this.error = null;
    this.form = this.#draft() ?? {
      visitedOn: localDay(),
      participants: [{ name: this.handoff.contact?.name ?? '', role: 'UNKNOWN' }],
      topics: [''],
      commitments: [],
      mood: 'NEUTRAL',
      nextStep: '',
      nextStepOn: '',
    };
  }

  #draft() {
    try {
      return JSON.parse(localStorage.getItem(this.#key));
    } catch {
      return null;
    }
  }

  #set(part) {
    this.form = { ...this.form, ...part };
    try {
      localStorage.setItem(this.#key, JSON.stringify(this.form));
    } catch {
      // Without storage the form still works; only a reload would empty it.
    }
  }

  #edit(list, at, part) {
    this.#set({ [list]: this.form[list].map((each, i) => (i === at ? (typeof part === 'string' ? part : { ...each, ...part }) : each)) });
  }

  async #add(list, empty) {
    this.#set({ [list]: [...this.form[list], empty] });
    await this.updateComplete;
    this.renderRoot.querySelector(`[data-list=${list}] .row:last-of-type input`)?.focus();
  }

  #remove(list, at) {
    this.#set({ [list]: this.form[list].filter((_, i) => i !== at) });
    announce(t('report.removed'));
    void this.updateComplete.then(() => this.renderRoot.querySelector(`[data-list=${list}] .add`)?.focus());
  }

  /** Empty rows are no content. */
  get #report() {
    const { form } = this;
    const trim = (text) => (text ?? '').trim();
    return {
      visitedOn: form.visitedOn,
      participants: form.participants
        .map((each) => ({ name: trim(each.name), role: each.role }))
        .filter((each) => each.name),
      topics: form.topics.map(trim).filter(Boolean),
      commitments: form.commitments
        .map((each) => ({ text: trim(each.text), dueOn: each.dueOn || null, by: each.by }))
        .filter((each) => each.text),
      mood: form.mood,
      nextStep: trim(form.nextStep),
      nextStepOn: form.nextStepOn || null,
    };
  }

  #problem(report) {
    if (!report.visitedOn || report.visitedOn > localDay()) return ['visitedOn', 'report.missing.visitedOn'];
    if (report.topics.length === 0) return ['topic-0', 'report.missing.topics'];
    const undated = this.form.commitments.findIndex((each) => each.text.trim() && !each.dueOn);
    if (undated >= 0) return [`commitment-due-${undated}`, 'report.missing.commitment'];
    return null;
  }

  async #submit(event) {
    event.preventDefault();
    const report = this.#report;
    const problem = this.#problem(report);
    if (problem) {
      this.error = { field: problem[0], text: t(problem[1]) };
      this.renderRoot.querySelector(`#${problem[0]}`)?.focus();
      return;
    }
    this.busy = true;
    this.error = null;
    try {
      const handoff = await put(`/handoffs/${this.handoff.id}/report`, report);
      try {
        localStorage.removeItem(this.#key);
      } catch {
        // Nothing was kept then.
      }
      toast(t('report.sent', { who: this.handoff.sender?.name ?? '' }), 'good');
      this.send('reported', handoff);
    } catch (failure) {
      this.error = { field: failure.field, text: failure.unreachable ? t('report.offline') : failure.message };
    } finally {
      this.busy = false;
    }
  }

  render() {
    const { form, error } = this;
    const invalid = (field) => (error?.field === field ? 'true' : 'false');
    return html`<form @submit=${this.#submit} novalidate data-testid="report-form">
      <div class="field" style="max-width: 11rem">
        <label for="visitedOn">${t('report.visited-on')}</label>
        <input
          id="visitedOn"
          type="date"
          max=${localDay()}
          .value=${form.visitedOn}
          aria-invalid=${invalid('visitedOn')}
          data-testid="report-visited-on"
          @change=${(event) => this.#set({ visitedOn: event.target.value })}
        />
      </div>
      <fieldset class="mood">
        <legend>${t('report.mood')}</legend>
        <div class="seg">
          ${MOODS.map(
            ([mood, icon]) => html`<label
              ><input
                type="radio"
                name="mood"
                .checked=${form.mood === mood}
                data-testid="report-mood-${mood}"
                @change=${() => this.#set({ mood })}
              /><sl-icon name=${icon} aria-hidden="true"></sl-icon>${t(`mood.${mood}`)}</label
            >`,
          )}
        </div>
      </fieldset>
      <fieldset data-list="participants">
        <legend>${t('report.participants')}</legend>
        <div class="rows">
          ${form.participants.map(
            (person, i) => html`<div class="row">
              <div class="field wide">
                <label for="person-${i}">${t('report.name')}</label>
                <input
                  id="person-${i}"
                  dir="auto"
                  maxlength="200"
                  .value=${person.name}
                  data-testid="report-participant-name"
                  @input=${(event) => this.#edit('participants', i, { name: event.target.value })}
                />
              </div>
              <div class="field">
                <label for="role-${i}">${t('report.role')}</label>
                <select
                  id="role-${i}"
                  data-testid="report-participant-role"
                  @change=${(event) => this.#edit('participants', i, { role: event.target.value })}
                >
                  ${ROLES.map(
                    (role) => html`<option value=${role} ?selected=${role === person.role}>${t(`centre.${role}`)}</option>`,
                  )}
                </select>
              </div>
              ${this.#removeButton('participants', i)}
            </div>`,
          )}
          <button
            type="button"
            class="btn add"
            data-testid="report-add-participant"
            @click=${() => this.#add('participants', { name: '', role: 'UNKNOWN' })}
          >
            <sl-icon name="plus-lg" aria-hidden="true"></sl-icon>${t('report.add-participant')}
          </button>
        </div>
      </fieldset>
      <fieldset data-list="topics">
        <legend>${t('report.topics')}</legend>
        <div class="rows">
          ${form.topics.map(
            (topic, i) => html`<div class="row topic">
              <div class="field">
                <label class="sr" for="topic-${i}">${t('report.topic', { number: i + 1 })}</label>
                <input
                  id="topic-${i}"
                  dir="auto"
                  maxlength="500"
                  placeholder=${t('report.topic.placeholder')}
                  .value=${topic}
                  aria-invalid=${invalid(`topic-${i}`)}
                  data-testid="report-topic"
                  @input=${(event) => this.#edit('topics', i, event.target.value)}
                />
              </div>
              ${this.#removeButton('topics', i)}
            </div>`,
          )}
          <button type="button" class="btn add" data-testid="report-add-topic" @click=${() => this.#add('topics', '')}>
            <sl-icon name="plus-lg" aria-hidden="true"></sl-icon>${t('report.add-topic')}
          </button>
        </div>
      </fieldset>
      <fieldset data-list="commitments">
        <legend>${t('report.commitments')}</legend>
        <div class="rows">
          ${form.commitments.map(
            (each, i) => html`<div class="row commitment">
              <div class="field wide">
                <label for="commitment-${i}">${t('report.commitment')}</label>
                <input
                  id="commitment-${i}"
                  dir="auto"
                  maxlength="500"
                  .value=${each.text}
                  data-testid="report-commitment-text"
                  @input=${(event) => this.#edit('commitments', i, { text: event.target.value })}
                />
              </div>
              <div class="field half">
                <label for="commitment-by-${i}">${t('report.by')}</label>
                <select
                  id="commitment-by-${i}"
                  data-testid="report-commitment-by"
                  @change=${(event) => this.#edit('commitments', i, { by: event.target.value })}
                >
                  ${['US', 'CUSTOMER'].map(
                    (by) => html`<option value=${by} ?selected=${by === each.by}>${t(`report.by.${by}`)}</option>`,
                  )}
                </select>
              </div>
              <div class="field">
                <label for="commitment-due-${i}">${t('handoff.due-on')}</label>
                <input
                  id="commitment-due-${i}"
                  type="date"
                  .value=${each.dueOn ?? ''}
                  aria-invalid=${invalid(`commitment-due-${i}`)}
                  data-testid="report-commitment-due"
                  @change=${(event) => this.#edit('commitments', i, { dueOn: event.target.value })}
                />
              </div>
              ${this.#removeButton('commitments', i)}
            </div>`,
          )}
          <button
            type="button"
            class="btn add"
            data-testid="report-add-commitment"
            @click=${() => this.#add('commitments', { text: '', by: 'US', dueOn: addDays(localDay(), 7) })}
          >
            <sl-icon name="plus-lg" aria-hidden="true"></sl-icon>${t('report.add-commitment')}
          </button>
        </div>
      </fieldset>
      <div class="pair">
        <div class="field">
          <label for="nextStep">${t('report.next-step')}</label>
          <input
            id="nextStep"
            dir="auto"
            maxlength="500"
            .value=${form.nextStep}
            aria-invalid=${invalid('nextStep')}
            data-testid="report-next-step"
            @input=${(event) => this.#set({ nextStep: event.target.value })}
          />
        </div>
        <div class="field">
          <label for="nextStepOn">${t('report.next-step-on')}</label>
          <input
            id="nextStepOn"
            type="date"
            .value=${form.nextStepOn}
            data-testid="report-next-step-on"
            @change=${(event) => this.#set({ nextStepOn: event.target.value })}
          />
        </div>
      </div>
      <div role="alert">
        ${error
          ? html`<div class="alert" data-testid="report-error">
              <sl-icon name="exclamation-triangle" aria-hidden="true"></sl-icon><span>${error.text}</span>
            </div>`
          : ''}
      </div>
      <div class="foot">
        <button class="btn big primary" ?disabled=${this.busy} data-testid="report-send">
          <sl-icon name="send" aria-hidden="true"></sl-icon>${t('report.send')}
        </button>
        <button type="button" class="btn big ghost" @click=${() => this.send('cancel')}>${t('report.later')}</button>
      </div>
    </form>`;
  }

  #removeButton(list, at) {
    return html`<button
      type="button"
      class="btn icon ghost"
      aria-label=${t('report.remove', { number: at + 1 })}
      @click=${() => this.#remove(list, at)}
    >
      <sl-icon name="x-lg" aria-hidden="true"></sl-icon>
    </button>`;
  }
}

customElements.define('visit-report-form', VisitReportForm);
