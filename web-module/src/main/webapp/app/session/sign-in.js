import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { currentLanguage, has, setLanguage, t } from '../i18n.js';
import { get } from '../api.js';
import { signIn } from '../store.js';
import { href } from '../router.js';

/** Sign-in page. Where the demo is on, its accounts are listed and one click signs in. */
export class SignIn extends ZurufElement {
  static properties = {
    accounts: { state: true },
    busy: { state: true },
    error: { state: true },
  };

  static styles = [
    ...ZurufElement.styles,
    css`
      :host {
        min-height: 100vh;
        min-height: 100dvh;
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      }
      .story {
        background: #0a3c43;
        color: #eef6f5;
        padding: clamp(2rem, 6vw, 5rem);
        display: flex;
        flex-direction: column;
        justify-content: space-between;
        gap: var(--space-6);
      }
      .brand {
        display: flex;
        align-items: center;
        gap: var(--space-3);
        font-size: var(--text-xl);
        font-weight: 700;
        letter-spacing: -0.02em;
      }
      .brand img {
        width: 2.25rem;
        height: 2.25rem;
      }
      .claim {
        font-size: clamp(1.75rem, 3.2vw, 2.75rem);
        line-height: 1.15;
        font-weight: 650;
        letter-spacing: -0.03em;
        max-width: 16ch;
        text-wrap: balance;
      }
      .story p {
        max-width: 42ch;
        color: #bfdad8;
      }
      .form {
        display: grid;
        align-content: center;
        justify-items: center;
        padding: clamp(1.5rem, 5vw, 4rem);
        position: relative;
      }
      .box {
        width: min(26rem, 100%);
        display: grid;
        gap: var(--space-5);
      }
      form {
        display: grid;
        gap: var(--space-4);
      }
      .lang {
        position: absolute;
        top: var(--space-4);
        right: var(--space-5);
      }
      .accounts {
        border-top: 1px solid var(--line);
        padding-top: var(--space-4);
        display: grid;
        gap: var(--space-3);
      }
      .account {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 0 var(--space-3);
        width: 100%;
        text-align: left;
        padding: var(--space-2) var(--space-3);
        min-height: 3.25rem;
        align-items: center;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius-s);
        cursor: pointer;
      }
      .account:hover {
        border-color: var(--accent);
      }
      .account .name {
        font-weight: 600;
      }
      .account .what {
        grid-row: 2;
        font-size: var(--text-s);
        color: var(--ink-3);
      }
      .account code {
        grid-row: 1 / 3;
        grid-column: 2;
        font-family: var(--font-mono);
        font-size: var(--text-s);
        color: var(--ink-3);
      }
      .list {
        display: grid;
        gap: var(--space-2);
      }
      @media (max-width: 900px) {
        :host {
          grid-template-columns: 1fr;
          grid-template-rows: auto 1fr;
        }
        .story {
          padding: var(--space-5);
          gap: var(--space-3);
        }
        .story p {
          display: none;
        }
        .claim {
          font-size: var(--text-xl);
          max-width: none;
        }
        .form {
          align-content: start;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.accounts = [];
    this.error = null;
    this.busy = false;
  }

  connectedCallback() {
    super.connectedCallback();
    get('/demo/accounts').then(
      (accounts) => (this.accounts = accounts ?? []),
      () => (this.accounts = []),
    );
  }

  firstUpdated() {
    this.renderRoot.querySelector('#user').focus();
  }

  async #submit(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    await this.#signIn(form.get('user').trim(), form.get('password'));
  }

  async #signIn(user, password) {
    if (this.busy) return;
    if (!user || !password) {
      this.error = t('session.missing');
      return;
    }
    this.busy = true;
    this.error = null;
    try {
      await signIn(user, password);
      // Another person's place in the application is not this person's.
      if (!location.hash) history.replaceState(null, '', href(''));
    } catch (problem) {
      this.error = problem.status === 401 ? t('session.wrong') : problem.message;
    } finally {
      this.busy = false;
    }
  }

  render() {
    const other = currentLanguage() === 'de' ? 'en' : 'de';
    return html`
      <section class="story" aria-label="Zuruf">
        <div class="brand">
          <img src=${new URL('../../assets/zuruf.svg', import.meta.url).href} alt="" /><span>Zuruf</span>
        </div>
        <p class="claim" style="color: inherit">${t('session.claim')}</p>
        <p>${t('session.story')}</p>
      </section>
      <main class="form">
        <button class="btn ghost lang" lang=${other} @click=${() => setLanguage(other)}>
          ${other === 'de' ? 'Deutsch' : 'English'}
        </button>
        <div class="box">
          <h1>${t('session.sign-in')}</h1>
          <form @submit=${this.#submit} novalidate data-testid="sign-in-form">
            <div class="field">
              <label for="user">${t('session.user')}</label>
              <input
                id="user"
                name="user"
                autocomplete="username"
                autocapitalize="none"
                spellcheck="false"
                data-testid="sign-in-user"
                aria-describedby="error"
                aria-invalid=${this.error ? 'true' : 'false'}
              />
            </div>
            <div class="field">
              <label for="password">${t('session.password')}</label>
              <input
                id="password"
                name="password"
                type="password"
                autocomplete="current-password"
                data-testid="sign-in-password"
                aria-describedby="error"
                aria-invalid=${this.error ? 'true' : 'false'}
              />
            </div>
            <div id="error" role="alert">
              ${this.error
                ? html`<div class="alert" data-testid="sign-in-error">
                    <sl-icon name="exclamation-triangle" aria-hidden="true"></sl-icon><span>${this.error}</span>
                  </div>`
                : ''}
            </div>
            <button class="btn primary big" ?disabled=${this.busy} data-testid="sign-in-submit">
              ${this.busy ? t('session.signing-in') : t('session.sign-in')}
            </button>
          </form>
          ${this.accounts.length ? this.#accounts() : ''}
        </div>
      </main>
    `;
  }

  #accounts() {
    return html`<section class="accounts" aria-labelledby="demo">
      <div>
        <h2 id="demo">${t('session.demo.title')}</h2>
        <p class="small muted">${t('session.demo.text')}</p>
      </div>
      <ul class="list">
        ${this.accounts.map(
          (account) => html`<li>
            <button
              class="account"
              ?disabled=${this.busy}
              data-testid="demo-account-${account.login}"
              @click=${() => this.#signIn(account.login, account.password)}
            >
              <span class="name" dir="auto">${account.name}</span>
              <span class="what"
                >${account.roles.map((role) => (has(`role.${role}`) ? t(`role.${role}`) : role)).join(', ')}${account.team
                  ? ` · ${account.team}`
                  : ''}</span
              >
              <code>${account.login}</code>
            </button>
          </li>`,
        )}
      </ul>
    </section>`;
  }
}

customElements.define('sign-in', SignIn);
