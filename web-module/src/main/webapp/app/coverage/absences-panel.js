import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { day, localDay, t } from '../i18n.js';
import { del, get, post } from '../api.js';
import { store } from '../store.js';
import { toast, toastProblem } from '../shell/toast-region.js';

/** Who is away when, and who stands in. Everybody enters his own absences, supervisors anybody's. */
export class AbsencesPanel extends ZurufElement {
  static properties = {
    people: {},
    entries: { state: true },
    form: { state: true },
    error: { state: true },
    busy: { state: true },
  };

  static styles = [
    ...ZurufElement.styles,
    css`
      section {
        padding: var(--space-4);
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
      }
      form {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: var(--space-3);
        align-items: end;
      }
      form .wide {
        grid-column: 1 / -1;
      }
      form .last {
        grid-column: 1 / -1;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-3);
      }
      form .error {
        font-size: var(--text-s);
        font-weight: 550;
        color: var(--bad-ink);
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 var(--space-3);
        align-items: center;
        padding: var(--space-2) 0;
        border-top: 1px solid var(--line);
        font-size: var(--text-s);
      }
      li.over {
        color: var(--ink-3);
      }
      li p {
        color: var(--ink-2);
      }
      .away {
        color: var(--warn-ink);
      }
      @media (max-width: 480px) {
        form {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  constructor() {
    super();
    this.form = { employeeId: '', from: localDay(), to: localDay(), deputyId: '' };
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  async #load() {
    try {
      this.entries = await get('/coverage/absences');
    } catch (problem) {
      this.error = { text: problem.message };
    }
  }

  #set(part) {
    this.form = { ...this.form, ...part };
  }

  async #enter(event) {
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    this.error = null;
    const { employeeId, from, to, deputyId } = this.form;
    try {
      const entry = await post('/coverage/absences', {
        employeeId: employeeId || null,
        from: from || null,
        to: to || null,
        deputyId: deputyId || null,
      });
      this.form = { employeeId: '', from: localDay(), to: localDay(), deputyId: '' };
      toast(
        entry.deputy ? t('absence.entered', { name: entry.deputy.name }) : t('absence.entered.alone'),
        entry.deputy && !entry.deputyAway ? 'good' : 'info',
      );
      await this.#load();
    } catch (problem) {
      this.error = { text: problem.message, field: problem.field };
      await this.updateComplete;
      this.renderRoot.querySelector(`#${problem.field}`)?.focus();
    } finally {
      this.busy = false;
    }
  }

  async #remove(entry) {
    try {
      await del(`/coverage/absences/${entry.id}`);
      await this.#load();
      toast(t('absence.removed'), 'info', {
        label: t('action.undo'),
        run: async () => {
          try {
            await post('/coverage/absences', {
              employeeId: entry.person.id,
              from: entry.from,
              to: entry.to,
              deputyId: entry.deputy?.id ?? null,
            });
            await this.#load();
          } catch (problem) {
            toastProblem(problem);
          }
        },
      });
    } catch (problem) {
      toastProblem(problem);
    }
  }

  #person(id, label, none, people, wide = false) {
    return html`<div class="field ${wide ? 'wide' : ''}">
      <label for=${id}>${label}</label>
      <select
        id=${id}
        data-testid="absence-${id}"
        aria-invalid=${this.error?.field === id ? 'true' : 'false'}
        @change=${(event) => this.#set({ [id]: event.target.value })}
      >
        <option value="" ?selected=${!this.form[id]}>${none}</option>
        ${people.map((each) => html`<option value=${each.id} ?selected=${this.form[id] === each.id}>${each.name}</option>`)}
      </select>
    </div>`;
  }

  #day(id, label) {
    return html`<div class="field">
      <label for=${id}>${label}</label>
      <input
        id=${id}
        type="date"
        required
        .value=${this.form[id]}
        aria-invalid=${this.error?.field === id ? 'true' : 'false'}
        data-testid="absence-${id}"
        @change=${(event) => {
          const value = event.target.value;
          this.#set(id === 'from' && this.form.to < value ? { from: value, to: value } : { [id]: value });
        }}
      />
    </div>`;
  }

  render() {
    const supervisor = store.hasRole('supervisor');
    const others = (this.people ?? []).filter((each) => each.id !== (this.form.employeeId || store.session.user.id));
    const entries = this.entries ?? [];
    return html`<section class="panel" aria-labelledby="title" data-testid="absences">
      <h2 id="title">${t('absence.title')}</h2>
      <p class="small muted">${t(supervisor ? 'absence.text.supervisor' : 'absence.text')}</p>
      <form @submit=${this.#enter}>
        ${supervisor ? this.#person('employeeId', t('absence.person'), t('absence.myself'), this.people ?? []) : ''}
        ${this.#person('deputyId', t('absence.deputy'), t('absence.deputy.crm'), others, !supervisor)} ${this.#day('from', t('absence.from'))}
        ${this.#day('to', t('absence.to'))}
        <div class="last">
          <button class="btn" type="submit" ?disabled=${this.busy} data-testid="absence-enter">${t('absence.enter')}</button>
          <p class="error" role="alert">${this.error?.text ?? ''}</p>
        </div>
      </form>
      ${entries.length
        ? html`<ul data-testid="absence-list">
            ${entries.map((entry) => this.#entry(entry))}
          </ul>`
        : html`<p class="small muted">${t('absence.none')}</p>`}
    </section>`;
  }

  #entry(entry) {
    return html`<li class=${entry.to < localDay() ? 'over' : ''} data-testid="absence" data-person=${entry.person.id}>
      <div>
        <strong dir="auto">${entry.person.name}</strong>
        <span class="num">${entry.from === entry.to ? day(entry.from) : `${day(entry.from)} – ${day(entry.to)}`}</span>
        <p dir="auto">
          ${entry.deputy ? t('absence.stands-in', { name: entry.deputy.name }) : t('absence.no-deputy')}
          ${entry.deputyAway ? html`<span class="away">${t('absence.deputy-away')}</span>` : ''}
        </p>
      </div>
      ${entry.mine
        ? html`<button
            class="btn ghost icon"
            aria-label=${t('absence.remove', { name: entry.person.name, day: day(entry.from) })}
            data-testid="absence-remove"
            @click=${() => this.#remove(entry)}
          >
            <sl-icon name="trash" aria-hidden="true"></sl-icon>
          </button>`
        : ''}
    </li>`;
  }
}

customElements.define('absences-panel', AbsencesPanel);
