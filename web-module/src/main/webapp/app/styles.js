import { css } from 'lit';

/** What every element of ours starts from: box sizing, headings, links, focus, visually hidden text. */
export const base = css`
  :host {
    display: block;
    color: var(--ink);
    font-family: var(--font);
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1 {
    font-size: var(--text-xl);
    line-height: 1.25;
    font-weight: 650;
    letter-spacing: -0.015em;
  }
  h2 {
    font-size: var(--text-m);
    line-height: 1.35;
    font-weight: 650;
    letter-spacing: -0.005em;
  }
  h3 {
    font-size: var(--text-s);
    line-height: 1.4;
    font-weight: 600;
    color: var(--ink-2);
  }
  a {
    color: var(--accent);
    text-underline-offset: 0.18em;
    text-decoration-thickness: 1px;
  }
  a:hover {
    color: var(--accent-hover);
    text-decoration-thickness: 2px;
  }
  bdi,
  [dir='auto'] {
    unicode-bidi: isolate;
    overflow-wrap: anywhere;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
    border-radius: 3px;
  }
  .num {
    font-variant-numeric: tabular-nums;
  }
  .muted {
    color: var(--ink-3);
  }
  .small {
    font-size: var(--text-s);
  }
  .clip {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .clamp-2 {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .sr {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .panel {
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius-m);
    box-shadow: var(--shadow-1);
  }
  .skeleton {
    background: var(--surface-3);
    border-radius: 4px;
    min-height: 1em;
    animation: breathe 1.6s ease-in-out infinite;
  }
  @keyframes breathe {
    50% {
      opacity: 0.5;
    }
  }
  .empty {
    padding: var(--space-4);
    color: var(--ink-3);
    font-size: var(--text-s);
  }
  sl-icon {
    flex: none;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 0.01ms !important;
    }
  }
`;

/** Buttons, fields and chips. Native controls: they bring the platform's keyboard, pickers and autofill. */
export const controls = css`
  button {
    font: inherit;
    color: inherit;
  }
  .btn {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.4rem;
    min-height: 2.125rem;
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-s);
    background: var(--surface);
    color: var(--ink);
    font-size: var(--text-s);
    font-weight: 550;
    line-height: 1.2;
    text-decoration: none;
    cursor: pointer;
    transition:
      background 120ms,
      border-color 120ms;
  }
  .btn:hover {
    background: var(--surface-3);
    color: var(--ink);
  }
  .btn:focus-visible {
    border-radius: var(--radius-s);
  }
  .btn[disabled],
  .btn[aria-disabled='true'] {
    opacity: 0.55;
    cursor: not-allowed;
  }
  .btn.primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on-accent);
  }
  .btn.primary:hover {
    background: var(--accent-hover);
    border-color: var(--accent-hover);
    color: var(--on-accent);
  }
  .btn.ghost {
    background: transparent;
    border-color: transparent;
    color: var(--ink-2);
  }
  .btn.ghost:hover {
    background: var(--surface-3);
    color: var(--ink);
  }
  .btn.danger {
    color: var(--bad-ink);
    border-color: currentColor;
  }
  .btn.big {
    min-height: 3rem;
    padding: 0.5rem 1.125rem;
    font-size: var(--text-m);
    border-radius: var(--radius-m);
  }
  .btn.icon {
    padding: 0;
    width: 2.125rem;
    font-size: 1rem;
  }
  .btn kbd,
  kbd {
    font-family: var(--font);
    font-size: 0.6875rem;
    font-weight: 600;
    line-height: 1;
    padding: 0.2em 0.4em;
    min-width: 1.55em;
    text-align: center;
    border: 1px solid currentColor;
    border-radius: 4px;
  }
  .field {
    display: grid;
    gap: 0.25rem;
    min-width: 0;
  }
  .field > label,
  .label {
    font-size: var(--text-s);
    font-weight: 550;
    color: var(--ink-2);
  }
  .field .hint {
    font-size: var(--text-s);
    color: var(--ink-3);
  }
  .field .error {
    font-size: var(--text-s);
    color: var(--bad-ink);
    font-weight: 550;
  }
  input,
  select,
  textarea {
    font: inherit;
    font-size: var(--text-m);
    color: var(--ink);
    background: var(--surface);
    border: 1px solid var(--field-line);
    border-radius: var(--radius-s);
    padding: 0.375rem 0.625rem;
    min-height: 2.375rem;
    width: 100%;
    min-width: 0;
  }
  select {
    padding-right: 0.25rem;
    cursor: pointer;
  }
  textarea {
    resize: vertical;
    line-height: 1.5;
  }
  input::placeholder,
  textarea::placeholder {
    color: var(--ink-3);
    opacity: 1;
  }
  input:focus-visible,
  select:focus-visible,
  textarea:focus-visible {
    outline-offset: 0;
    border-color: var(--focus);
    border-radius: var(--radius-s);
  }
  [aria-invalid='true'] {
    border-color: var(--bad);
  }
  input[type='checkbox'],
  input[type='radio'] {
    width: 1.125rem;
    height: 1.125rem;
    min-height: 0;
    margin: 0;
    accent-color: var(--accent);
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-width: 0;
  }
  legend {
    padding: 0;
    margin-bottom: 0.25rem;
    font-size: var(--text-s);
    font-weight: 550;
    color: var(--ink-2);
  }
  .seg {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
  }
  .seg label {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-height: 2.125rem;
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--line-strong);
    border-radius: 999px;
    font-size: var(--text-s);
    font-weight: 550;
    cursor: pointer;
    background: var(--surface);
  }
  .seg label:hover {
    background: var(--surface-3);
  }
  .seg input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .seg label:has(input:checked) {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on-accent);
  }
  .seg label:has(input:focus-visible) {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.35rem;
    max-width: 100%;
    padding: 0.125rem 0.5rem;
    border-radius: 999px;
    background: var(--surface-3);
    color: var(--ink-2);
    font-size: var(--text-s);
    font-weight: 550;
    line-height: 1.5;
  }
  .chip.bad {
    background: var(--bad-soft);
    color: var(--bad-ink);
  }
  .chip.warn {
    background: var(--warn-soft);
    color: var(--warn-ink);
  }
  .chip.good {
    background: var(--talk-soft);
    color: var(--talk-ink);
  }
  .chip.accent {
    background: var(--accent-soft);
    color: var(--accent-soft-ink);
  }
  .chip.wrap {
    background: var(--wrap-soft);
    color: var(--wrap-ink);
  }
  .alert {
    display: flex;
    gap: var(--space-2);
    align-items: flex-start;
    padding: var(--space-3);
    border-radius: var(--radius-s);
    background: var(--bad-soft);
    color: var(--bad-ink);
    font-size: var(--text-s);
  }
  .alert.warn {
    background: var(--warn-soft);
    color: var(--warn-ink);
  }
  .alert.info {
    background: var(--accent-soft);
    color: var(--accent-soft-ink);
  }
  .alert sl-icon {
    margin-top: 0.15rem;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--text-s);
    font-variant-numeric: tabular-nums;
  }
  th {
    text-align: left;
    font-weight: 600;
    color: var(--ink-3);
    white-space: nowrap;
  }
  th,
  td {
    padding: 0.4rem 0.75rem;
    border-bottom: 1px solid var(--line);
    vertical-align: top;
  }
  th.r,
  td.r {
    text-align: right;
  }
  td {
    overflow-wrap: normal;
  }
  tbody tr:last-child td {
    border-bottom: 0;
  }
  @media (pointer: coarse) {
    .btn,
    .seg label,
    input,
    select {
      min-height: 2.75rem;
    }
    .btn.icon {
      width: 2.75rem;
    }
    input,
    select,
    textarea {
      font-size: 1rem;
    }
  }
`;
