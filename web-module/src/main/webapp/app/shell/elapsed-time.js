import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { duration } from '../i18n.js';
import { onSecond } from '../ticker.js';

/** Time since an instant, counting, or between two instants. */
export class ElapsedTime extends ZurufElement {
  static properties = { since: {}, until: {} };

  static styles = css`
    :host {
      color: inherit;
      font-variant-numeric: tabular-nums;
    }
  `;

  connectedCallback() {
    super.connectedCallback();
    this.keep(onSecond(() => !this.until && this.requestUpdate()));
  }

  render() {
    if (!this.since) return '';
    const end = this.until ? new Date(this.until).getTime() : Date.now();
    return html`${duration((end - new Date(this.since).getTime()) / 1000)}`;
  }
}

customElements.define('elapsed-time', ElapsedTime);
