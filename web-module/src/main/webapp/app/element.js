import { LitElement } from 'lit';
import { onLanguage } from './i18n.js';
import { on, store } from './store.js';
import { base, controls } from './styles.js';

/** Our elements' parent: re-renders on another language and on the store topics it watches. */
export class ZurufElement extends LitElement {
  static styles = [base, controls];

  /** Store topics on which the element renders anew. */
  static watches = [];

  /** False for what lives only while somebody is signed in: it is about to be removed, not to be rendered without a session. */
  static signedOutToo = false;

  #ends = [];

  connectedCallback() {
    super.connectedCallback();
    this.#ends.push(onLanguage(() => this.requestUpdate()));
    for (const topic of this.constructor.watches) {
      this.#ends.push(on(topic, () => (store.session || this.constructor.signedOutToo) && this.requestUpdate()));
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    for (const end of this.#ends.splice(0)) end();
  }

  /** Subscriptions that end with the element's time on the page. */
  keep(...ends) {
    this.#ends.push(...ends);
  }

  send(type, detail = null) {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }));
  }
}
