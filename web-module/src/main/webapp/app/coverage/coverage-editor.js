import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { dateTime, money, number, percent, t } from '../i18n.js';
import { get, post, put } from '../api.js';
import { href } from '../router.js';
import { store } from '../store.js';
import { announce } from '../shell/announcer.js';
import { toast, toastProblem } from '../shell/toast-region.js';
import { areasOf, fieldsOf, labelOf, PHASES, ROLES, rowOf, SHARES, shown, TEXTS } from './coverage-fields.js';

const PERCENT = 100;
const DAYS = 365;

/**
 * One segment, to be rewritten by a supervisor. What is typed stays on the device until the server has it. When somebody else was
 * faster, what only he changed is taken over, and what both changed is asked about. Sends `saved` with the new entry.
 */
export class CoverageEditor extends ZurufElement {
  static properties = {
    entry: {},
    people: {},
    matrix: {},
    values: { state: true },
    base: { state: true },
    conflict: { state: true },
    error: { state: true },
    busy: { state: true },
    versions: { state: true },
    restored: { state: true },
    typing: { state: true },
  };

  static styles = [
    ...ZurufElement.styles,
    css`
      .columns {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 23rem;
        gap: var(--space-4);
        align-items: start;
      }
      header {
        display: grid;
        gap: var(--space-1);
        margin-bottom: var(--space-4);
      }
      form {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
      }
      section {
        padding: var(--space-4);
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
      }
      .pairs {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: var(--space-4);
      }
      .figures {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr));
        gap: var(--space-4);
        align-items: start;
      }
      /* Labels of one and of two lines, and yet the fields of a row stand on one line. */
      .figures label {
        display: grid;
        align-content: end;
        min-height: 2.5em;
        line-height: 1.25;
      }
      textarea {
        min-height: 4.75rem;
        field-sizing: content;
      }
      .duty {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
        padding-top: var(--space-4);
        border-top: 1px solid var(--line);
      }
      .duty legend {
        float: left;
        font-size: var(--text-m);
        font-weight: 650;
        color: var(--ink);
      }
      .duty legend + * {
        clear: both;
      }
      .area {
        display: grid;
        grid-template-columns: 7rem minmax(0, 1fr) auto;
        gap: var(--space-2);
        margin-bottom: var(--space-2);
      }
      .foot {
        position: sticky;
        bottom: 0;
        z-index: 5;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-3);
        padding: var(--space-3) var(--space-4);
        box-shadow: var(--shadow-2);
      }
      .foot .state {
        font-size: var(--text-s);
        color: var(--ink-3);
      }
      .conflict {
        border-color: var(--warn);
      }
      .conflict label {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--space-2);
        align-items: start;
        padding: var(--space-2);
        border-radius: var(--radius-s);
        font-size: var(--text-s);
        cursor: pointer;
      }
      .conflict label:has(:checked) {
        background: var(--accent-soft);
        color: var(--accent-soft-ink);
      }
      .conflict .pre {
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
      .versions > li {
        padding: var(--space-3) 0;
        border-top: 1px solid var(--line);
        font-size: var(--text-s);
      }
      .versions .line {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-2);
        align-items: baseline;
      }
      .versions details {
        margin: var(--space-1) 0 var(--space-2);
      }
      .versions summary {
        cursor: pointer;
        color: var(--ink-2);
      }
      .versions dt {
        font-weight: 600;
        margin-top: var(--space-2);
      }
      .versions del,
      .versions ins {
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
      .versions del {
        color: var(--ink-3);
      }
      .versions ins {
        text-decoration: none;
        background: var(--talk-soft);
        color: var(--talk-ink);
        border-radius: 3px;
        padding: 0 0.15em;
      }
      @media (max-width: 1000px) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      @media (max-width: 640px) {
        .pairs {
          grid-template-columns: minmax(0, 1fr);
        }
        .figures {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
        .area {
          grid-template-columns: 5.5rem minmax(0, 1fr) auto;
        }
      }
    `,
  ];

  get #id() {
    return this.entry.row.segmentId;
  }

  get #key() {
    return `zuruf.coverage.${store.user.id}.${this.#id}`;
  }

  /** The text of a field as the server has it in the version on which this form is based. */
  #original = {};

  willUpdate(changed) {
    if (!changed.has('entry') || changed.get('entry')?.row.segmentId === this.#id) return;
    this.error = null;
    this.conflict = null;
    this.restored = false;
    this.#start(this.entry);
    const draft = this.#draft();
    if (draft) {
      this.values = draft.values;
      this.base = draft.base;
      this.#original = draft.original;
      this.restored = this.#dirty;
    }
    void this.#loadVersions();
  }

  #start(entry) {
    this.#original = fieldsOf(entry.row);
    this.typing = false;
    this.values = { ...this.#original };
    this.base = entry.version;
  }

  #draft() {
    try {
      return JSON.parse(localStorage.getItem(this.#key));
    } catch {
      return null;
    }
  }

  #keep() {
    try {
      if (this.#dirty) {
        localStorage.setItem(this.#key, JSON.stringify({ values: this.values, base: this.base, original: this.#original }));
      } else {
        localStorage.removeItem(this.#key);
      }
    } catch {
      // Without storage the form still works; only a reload would empty it.
    }
  }

  /** The form's fields as the server would name them: the same text counts as the same, however it was typed. */
  get #mine() {
    return fieldsOf(rowOf(this.values));
  }

  get #dirty() {
    const mine = this.#mine;
    return [...Object.keys(mine), ...Object.keys(this.#original)].some((name) => (mine[name] ?? '') !== (this.#original[name] ?? ''));
  }

  #set(name, value) {
    this.values = { ...this.values, [name]: value };
    this.typing = false;
    this.#keep();
  }

  async #loadVersions() {
    try {
      this.versions = await get(`/coverage/${encodeURIComponent(this.#id)}/versions`);
    } catch (problem) {
      this.versions = [];
      toastProblem(problem);
    }
  }

  async #save(event) {
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    this.error = null;
    try {
      const entry = await put(`/coverage/${encodeURIComponent(this.#id)}`, { baseVersion: this.base, row: rowOf(this.values) });
      this.#accepted(entry);
      toast(t('coverage.saved', { version: entry.version }), 'good');
    } catch (problem) {
      if (problem.status === 409 && problem.current) this.#merge(problem);
      else await this.#refused(problem);
    } finally {
      this.busy = false;
    }
  }

  #accepted(entry) {
    this.conflict = null;
    this.restored = false;
    this.#start(entry);
    this.#keep();
    this.send('saved', entry);
    void this.#loadVersions();
  }

  async #refused(problem) {
    this.error = { text: problem.message, field: problem.field };
    await this.updateComplete;
    const name = problem.field ?? '';
    const field = this.renderRoot.getElementById(name) ?? this.renderRoot.querySelector(`[data-field="${CSS.escape(name)}"] input`);
    if (field) field.focus();
    else toastProblem(problem);
  }

  /** What only the other one changed is taken over; where both did, mine stays until somebody decides. */
  #merge(problem) {
    const mine = this.#mine;
    const theirs = fieldsOf(problem.current.row);
    const asked = [];
    const taken = [];
    const values = { ...this.values };
    for (const { field, before } of problem.body.changes ?? []) {
      const own = mine[field] ?? '';
      const other = theirs[field] ?? '';
      if (own === other) continue;
      if (own === (this.#original[field] ?? before ?? '')) {
        values[field] = other;
        taken.push(field);
      } else {
        asked.push({ field, mine: own, theirs: other, choice: 'mine' });
      }
    }
    this.values = values;
    this.base = problem.current.version;
    this.#original = theirs;
    this.conflict = { entry: problem.current, words: problem.message, asked, taken };
    this.#keep();
    void this.#loadVersions();
    announce(problem.message, 'assertive');
    void this.updateComplete.then(() => this.renderRoot.querySelector('#conflict')?.focus());
  }

  #choose(at, choice) {
    const each = this.conflict.asked[at];
    this.conflict = {
      ...this.conflict,
      asked: this.conflict.asked.map((other, i) => (i === at ? { ...other, choice } : other)),
    };
    this.#set(each.field, choice === 'mine' ? each.mine : each.theirs);
  }

  #discard() {
    const { values, base } = this;
    const original = this.#original;
    const conflict = this.conflict;
    this.conflict = null;
    this.restored = false;
    this.error = null;
    this.#start(conflict?.entry ?? this.entry);
    this.#keep();
    toast(t('coverage.discarded'), 'info', {
      label: t('action.undo'),
      run: () => {
        this.values = values;
        this.base = base;
        this.#original = original;
        this.conflict = conflict;
        this.#keep();
      },
    });
  }

  async #restore(version) {
    this.busy = true;
    try {
      const entry = await post(`/coverage/${encodeURIComponent(this.#id)}/versions/${version}/restoration`, {
        baseVersion: this.base,
      });
      this.#accepted(entry);
      toast(t('coverage.restored', { version }), 'good');
    } catch (problem) {
      toastProblem(problem);
      if (problem.status === 409 && problem.current) this.#accepted(problem.current);
    } finally {
      this.busy = false;
    }
  }

  render() {
    // What is half typed into a number's field is no value yet, but something to be saved.
    const dirty = this.typing || this.#dirty;
    return html`<header>
        <a class="small" href=${href('coverage')} data-testid="coverage-back">${t('coverage.back')}</a>
        <h1 dir="auto">${this.entry.row.name}</h1>
      </header>
      <div class="columns">
        <form @submit=${this.#save} novalidate data-testid="coverage-form" data-dirty=${dirty}>
          ${this.conflict ? this.#conflict() : ''}
          ${this.restored && !this.conflict
            ? html`<p class="alert info" data-testid="coverage-draft">
                <sl-icon name="info-circle" aria-hidden="true"></sl-icon><span>${t('coverage.draft')}</span>
              </p>`
            : ''}
          ${this.#about()} ${this.#figures()} ${this.#duties()} ${this.#plan()}
          <div class="foot panel">
            <button class="btn primary" type="submit" ?disabled=${this.busy || !dirty} data-testid="coverage-save">
              ${t('coverage.save')}
            </button>
            <button class="btn" type="button" ?disabled=${this.busy || !dirty} data-testid="coverage-discard" @click=${this.#discard}>
              ${t('coverage.discard')}
            </button>
            <span class="state" role="status">${t(dirty ? 'coverage.dirty' : 'coverage.clean', { version: this.base })}</span>
          </div>
        </form>
        ${this.#history(dirty)}
      </div>`;
  }

  #conflict() {
    const { entry, words, asked, taken } = this.conflict;
    return html`<section class="panel conflict" id="conflict" tabindex="-1" aria-labelledby="conflict-title" data-testid="coverage-conflict">
      <div>
        <h2 id="conflict-title">
          ${t('coverage.conflict', { name: entry.changedBy?.name ?? t('coverage.somebody'), time: dateTime(entry.changedAt) })}
        </h2>
        <p class="small">${words}</p>
      </div>
      ${taken.length
        ? html`<div class="small" data-testid="coverage-taken">
            <strong>${t('coverage.conflict.taken')}</strong>
            <ul>
              ${taken.map((field) => html`<li>${labelOf(field)}: <span class="pre" dir="auto">${this.#show(field, this.values[field])}</span></li>`)}
            </ul>
          </div>`
        : ''}
      ${asked.map(
        (each, at) => html`<fieldset data-testid="coverage-asked" data-asked=${each.field}>
          <legend>${labelOf(each.field)}</legend>
          ${['mine', 'theirs'].map(
            (choice) => html`<label
              ><input
                type="radio"
                name="conflict-${at}"
                .checked=${each.choice === choice}
                data-testid="coverage-choose-${choice}"
                @change=${() => this.#choose(at, choice)}
              /><span
                ><strong>${t(`coverage.conflict.${choice}`)}</strong>
                <span class="pre" dir="auto">${this.#show(each.field, each[choice])}</span></span
              ></label
            >`,
          )}
        </fieldset>`,
      )}
    </section>`;
  }

  #show(field, text) {
    return shown(field, text, this.people);
  }

  /** A label, a control, and what is wrong or known about it. */
  #field(name, label, control, hint = null) {
    const wrong = this.error?.field === name;
    return html`<div class="field" data-field=${name}>
      <label for=${name}>${label}</label>
      ${control(wrong)} ${hint ? html`<span class="hint num" id="${name}-hint">${hint}</span>` : ''}
      ${wrong ? html`<span class="error" role="alert">${this.error.text}</span>` : ''}
    </div>`;
  }

  #text(name, label, rows = 3) {
    return this.#field(
      name,
      label,
      (wrong) => html`<textarea
        id=${name}
        rows=${rows}
        maxlength="2000"
        dir="auto"
        aria-invalid=${wrong ? 'true' : 'false'}
        .value=${this.values[name] ?? ''}
        data-testid="coverage-input"
        @input=${(event) => this.#set(name, event.target.value)}
      ></textarea>`,
    );
  }

  #figure(name, label, hint, options = {}) {
    const share = SHARES.includes(name);
    const value = this.values[name];
    // A share of 0.285 is 28.5 percent, and not 28.499999999999996.
    const inPercent = (text) => (text === undefined || text === '' ? '' : String(Number((Number(text) * PERCENT).toFixed(2))));
    return this.#field(
      name,
      label,
      (wrong) => html`<input
        id=${name}
        type="number"
        inputmode="decimal"
        min=${options.min ?? 0}
        max=${options.max ?? ''}
        step=${options.step ?? (share ? '0.01' : '1')}
        aria-invalid=${wrong ? 'true' : 'false'}
        aria-describedby=${hint ? `${name}-hint` : ''}
        .value=${share ? inPercent(value) : (value ?? '')}
        data-testid="coverage-input"
        @input=${() => (this.typing = true)}
        @change=${(event) => {
          const typed = event.target.value;
          this.#set(name, share && typed !== '' ? String(Number((Number(typed) / PERCENT).toFixed(4))) : typed);
        }}
      />`,
      hint,
    );
  }

  #about() {
    return html`<section class="panel" aria-labelledby="about">
      <h2 id="about">${t('coverage.segment')}</h2>
      ${this.#field(
        'name',
        t('coverage.field.name'),
        (wrong) => html`<input
          id="name"
          maxlength="100"
          dir="auto"
          required
          aria-invalid=${wrong ? 'true' : 'false'}
          .value=${this.values.name ?? ''}
          data-testid="coverage-input"
          @input=${(event) => this.#set('name', event.target.value)}
        />`,
      )}
      <div class="pairs">${TEXTS.map((name) => this.#text(name, t(`coverage.field.${name}`)))}</div>
    </section>`;
  }

  #figures() {
    const { live } = this.entry;
    const now = (text) => (live ? t('coverage.now-is', { value: text }) : null);
    const each = (figure) => (live?.customers ? now(number(live[figure] / live.customers, 1)) : null);
    return html`<section class="panel" aria-labelledby="planned">
      <h2 id="planned">${t('coverage.planned.title')}</h2>
      <div class="figures">
        ${this.#figure(
          'careBudget',
          t('coverage.field.careBudget'),
          live?.customers ? now(money(live.careCost / live.customers)) : null,
          { step: '0.01', max: 1000000 },
        )}
        ${this.#figure('budget.customers', t('coverage.field.budget.customers'), live ? now(number(live.customers)) : null)}
        ${this.#figure('budget.revenueShare', t('coverage.field.budget.revenueShare.percent'), live ? now(percent(live.revenueShare, 1)) : null, { max: 100 })}
        ${this.#figure('budget.marginShare', t('coverage.field.budget.marginShare.percent'), live ? now(percent(live.marginShare, 1)) : null, { max: 100 })}
        ${this.#figure('budget.potential', t('coverage.field.budget.potential.eur'), live ? now(money(live.potential)) : null, { step: '0.01' })}
        ${this.#figure('visitsPerYear', t('coverage.field.visitsPerYear'), each('visits'), { max: 366 })}
        ${this.#figure('callsPerYear', t('coverage.field.callsPerYear'), each('calls'), { max: 366 })}
        ${this.#figure('longestIntervalDays', t('coverage.field.longestIntervalDays.days'), null, { min: 1, max: 1095 })}
      </div>
      ${this.#doubt()}
    </section>`;
  }

  /** Twelve contacts a year are not at most twenty days apart. */
  #doubt() {
    const figure = (name) => Number(this.values[name] || 0);
    const contacts = figure('visitsPerYear') + figure('callsPerYear');
    const interval = figure('longestIntervalDays');
    if (!contacts || !interval || contacts * interval >= DAYS) return '';
    return html`<p class="alert warn" role="status" data-testid="coverage-doubt">
      <sl-icon name="exclamation-triangle" aria-hidden="true"></sl-icon
      ><span>${t('coverage.doubt', { contacts, between: Math.round(DAYS / contacts), interval })}</span>
    </p>`;
  }

  get #teams() {
    return [...new Set(this.people.map((each) => each.team).filter(Boolean))].sort((a, b) => a.localeCompare(b));
  }

  #select(name, label, none, options, hint = null) {
    const value = this.values[name] ?? '';
    const known = value === '' || options.some(([id]) => id === value);
    return this.#field(
      name,
      label,
      (wrong) => html`<select
        id=${name}
        aria-invalid=${wrong ? 'true' : 'false'}
        data-testid="coverage-input"
        @change=${(event) => this.#set(name, event.target.value)}
      >
        <option value="" ?selected=${value === ''}>${none}</option>
        ${known ? '' : html`<option value=${value} selected>${value}</option>`}
        ${options.map(([id, text]) => html`<option value=${id} ?selected=${id === value}>${text}</option>`)}
      </select>`,
      hint,
    );
  }

  #duties() {
    const teams = this.#teams.map((team) => [team, team]);
    const persons = this.people.map((each) => [each.id, each.team ? `${each.name} (${each.team})` : each.name]);
    return html`<section class="panel" aria-labelledby="duties">
      <div>
        <h2 id="duties">${t('coverage.duties')}</h2>
        <p class="small muted">${t('coverage.duties.text')}</p>
      </div>
      ${ROLES.map(
        (role) => html`<fieldset class="duty">
          <legend>${t(`coverage.role.${role}`)}</legend>
          <div>${this.#text(`duties.${role}.task`, t('coverage.duty.task'), 2)}</div>
          <div class="pairs">
            ${this.#select(`duties.${role}.team`, t('coverage.duty.team'), t('coverage.duty.team.none'), teams)}
            ${this.#select(`duties.${role}.defaultPersonId`, t('coverage.duty.defaultPersonId'), t('coverage.duty.person.none'), persons)}
          </div>
          ${this.#areas(`duties.${role}.areas`, role)}
        </fieldset>`,
      )}
    </section>`;
  }

  #areas(name, role) {
    const areas = areasOf(this.values[name]);
    const write = (changed) => this.#set(name, changed.map((area) => `${area.prefix}: ${area.team}`).join('\n'));
    const edit = (at, part) => write(areas.map((area, i) => (i === at ? { ...area, ...part } : area)));
    const wrong = this.error?.field === name;
    return html`<div class="field" data-field=${name}>
      ${areas.length ? html`<span class="label">${t('coverage.duty.areas')}</span>` : ''}
      ${areas.map(
        (area, at) => html`<div class="area">
          <input
            maxlength="10"
            autocomplete="off"
            placeholder="80"
            aria-label=${t('coverage.area.prefix')}
            aria-invalid=${wrong ? 'true' : 'false'}
            .value=${area.prefix}
            @input=${() => (this.typing = true)}
            @change=${(event) => edit(at, { prefix: event.target.value.replaceAll(':', '').trim() })}
          />
          <select aria-label=${t('coverage.duty.team')} @change=${(event) => edit(at, { team: event.target.value })}>
            <option value="" ?selected=${!area.team}>${t('coverage.area.team')}</option>
            ${(this.#teams.includes(area.team) || !area.team ? this.#teams : [area.team, ...this.#teams]).map(
              (team) => html`<option value=${team} ?selected=${team === area.team}>${team}</option>`,
            )}
          </select>
          <button
            type="button"
            class="btn ghost icon"
            aria-label=${t('coverage.area.remove', { prefix: area.prefix })}
            @click=${() => write(areas.filter((_, i) => i !== at))}
          >
            <sl-icon name="trash" aria-hidden="true"></sl-icon>
          </button>
        </div>`,
      )}
      ${wrong ? html`<span class="error" role="alert">${this.error.text}</span>` : ''}
      <button
        type="button"
        class="btn ghost"
        style="justify-self: start"
        data-testid="coverage-add-area"
        data-role=${role}
        @click=${async () => {
          write([...areas, { prefix: '', team: '' }]);
          await this.updateComplete;
          this.renderRoot.querySelector(`[data-field="${name}"] .area:last-of-type input`)?.focus();
        }}
      >
        <sl-icon name="plus-lg" aria-hidden="true"></sl-icon>${t('coverage.area.add')}
      </button>
    </div>`;
  }

  #plan() {
    return html`<section class="panel" aria-labelledby="plan">
      <div>
        <h2 id="plan">${t('coverage.plan')}</h2>
        <p class="small muted">${t('coverage.plan.text')}</p>
      </div>
      <div class="pairs">${PHASES.map((phase) => this.#text(`measures.${phase}`, t(`phase.${phase}`), 2))}</div>
    </section>`;
  }

  #history(dirty) {
    const versions = this.versions ?? [];
    return html`<section class="panel" aria-labelledby="history" data-testid="coverage-history">
      <h2 id="history">${t('coverage.history')}</h2>
      ${versions.length === 0
        ? html`<p class="small muted">${this.versions ? t('coverage.history.none') : ''}</p>`
        : html`<ol class="versions">
            ${versions.map((each) => this.#version(each, dirty))}
          </ol>`}
    </section>`;
  }

  #version(each, dirty) {
    const changes = each.changes ?? [];
    const current = each.version === this.versions[0].version;
    return html`<li data-testid="coverage-version" data-version=${each.version}>
      <p class="line">
        <strong>${t('coverage.version.short', { version: each.version })}</strong>
        <span class="muted num">${dateTime(each.at)}</span>
        <bdi>${each.by?.name ?? t('coverage.delivered')}</bdi>
      </p>
      ${each.restoredFrom ? html`<p class="muted">${t('coverage.restored-from', { version: each.restoredFrom })}</p>` : ''}
      ${each.version > 1 && changes.length
        ? html`<details>
            <summary>${t('coverage.changes', { n: changes.length })}</summary>
            <dl>
              ${changes.map(
                (change) => html`<dt>${labelOf(change.field)}</dt>
                  <dd>
                    ${change.before ? html`<del dir="auto">${this.#show(change.field, change.before)}</del><br />` : ''}<ins dir="auto"
                      >${this.#show(change.field, change.after)}</ins
                    >
                  </dd>`,
              )}
            </dl>
          </details>`
        : ''}
      ${current
        ? html`<span class="chip good">${t('coverage.current')}</span>`
        : html`<button
            class="btn"
            data-testid="coverage-restore"
            ?disabled=${this.busy || dirty}
            title=${dirty ? t('coverage.restore.dirty') : ''}
            @click=${() => this.#restore(each.version)}
          >
            ${t('coverage.restore')}
          </button>`}
    </li>`;
  }
}

customElements.define('coverage-editor', CoverageEditor);
