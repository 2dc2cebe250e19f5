import { css } from "lit";

/** What every component shares: type, panels, fields, buttons. Colours and sizes come from style.css. */
export const theme = css`
  :host {
    display: block;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1,
  h2,
  h3,
  .display {
    font-family: var(--display);
    font-weight: 700;
    line-height: 1.12;
    letter-spacing: -0.005em;
    text-wrap: balance;
  }
  h1 {
    font-size: var(--size-xxl);
  }
  h2 {
    font-size: var(--size-xl);
  }
  h1:focus,
  h2:focus {
    outline: none;
  }
  .kicker {
    font-family: var(--display);
    font-size: var(--size-s);
    font-weight: 700;
    letter-spacing: 0.09em;
    text-transform: uppercase;
    color: var(--brand-text);
  }
  .muted {
    color: var(--muted);
  }
  .number {
    font-family: var(--display);
    font-variant-numeric: tabular-nums;
    font-weight: 700;
  }
  .panel {
    background: var(--panel);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    padding: clamp(1rem, 0.6rem + 2vw, 1.75rem);
  }
  .stack {
    display: grid;
    gap: 1rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    align-items: center;
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .fault {
    color: var(--wrong);
    font-size: var(--size-s);
    display: flex;
    gap: 0.4rem;
  }
  .fault::before {
    content: "!";
    flex: none;
    width: 1.35em;
    height: 1.35em;
    border-radius: 50%;
    border: 2px solid currentcolor;
    font-weight: 800;
    font-size: 0.8em;
    line-height: 1.15em;
    text-align: center;
    margin-top: 0.2em;
  }
  .enter {
    animation: enter 0.28s ease-out both;
  }
  @keyframes enter {
    from {
      opacity: 0;
      transform: translateY(10px);
    }
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

/** Slanted buttons: the cut of the wordmark. The slant is on the background, the words stay upright. */
export const buttons = css`
  button {
    position: relative;
    isolation: isolate;
    min-height: 48px;
    padding: 0.6rem 1.5rem;
    border: 0;
    background: none;
    color: var(--text);
    font-family: var(--display);
    font-size: 1.0625rem;
    font-weight: 700;
    line-height: 1.2;
    cursor: pointer;
    touch-action: manipulation;
  }
  button::before {
    content: "";
    position: absolute;
    z-index: -1;
    inset: 0 4px;
    border-radius: 7px;
    border: 2px solid var(--edge);
    background: var(--panel);
    transform: skewX(var(--slant));
    transition:
      background 0.15s,
      border-color 0.15s,
      inset 0.15s;
  }
  button:hover:not([disabled])::before {
    border-color: var(--text);
  }
  button:active:not([disabled])::before {
    inset: 2px 6px;
  }
  button.primary {
    color: var(--on-brand);
  }
  button.primary::before {
    background: var(--brand);
    border-color: var(--brand);
  }
  button.primary:hover:not([disabled])::before {
    background: #ffd863;
    border-color: #ffd863;
  }
  button.quiet {
    padding: 0.6rem 0.75rem;
    color: var(--muted);
    text-decoration: underline;
    text-underline-offset: 0.25em;
    text-decoration-color: var(--edge);
  }
  button.quiet::before {
    background: none;
    border-color: transparent;
  }
  button.quiet:hover {
    color: var(--text);
  }
  button.wide {
    width: 100%;
  }
  button.big {
    min-height: 64px;
    font-size: 1.375rem;
  }
  button[disabled] {
    cursor: default;
    color: var(--muted);
  }
  button[disabled]::before {
    background: var(--raised);
    border-color: var(--line);
  }
  :focus-visible {
    outline: none;
  }
  button:focus-visible::before {
    outline: 3px solid var(--text);
    outline-offset: 3px;
  }
  a:focus-visible,
  summary:focus-visible {
    outline: 3px solid var(--text);
    outline-offset: 3px;
    border-radius: 4px;
  }
`;

export const fields = css`
  label,
  legend {
    display: block;
    padding: 0;
    font-weight: 650;
    margin-bottom: 0.375rem;
  }
  input[type="text"],
  select {
    width: 100%;
    min-height: 52px;
    padding: 0.5rem 0.9rem;
    border: 2px solid var(--edge);
    border-radius: var(--radius);
    background: var(--bg);
    color: var(--text);
    font: inherit;
    font-size: 1.125rem;
  }
  input::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  input:focus-visible,
  select:focus-visible {
    outline: 3px solid var(--brand-text);
    outline-offset: 1px;
    border-color: var(--brand-text);
  }
  input[aria-invalid="true"] {
    border-color: var(--wrong);
  }
  input.pin {
    font-family: var(--display);
    font-size: 1.5rem;
    font-weight: 700;
    letter-spacing: 0.24em;
  }
  .pills {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .pills label {
    margin: 0;
    position: relative;
    font-weight: 500;
  }
  .pills input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    opacity: 0;
    margin: 0;
    cursor: pointer;
  }
  .pills span {
    display: flex;
    align-items: center;
    gap: 0.4rem;
    min-height: 44px;
    padding: 0.35rem 0.9rem;
    border: 2px solid var(--edge);
    border-radius: 8px;
  }
  .pills small {
    color: var(--muted);
    font-size: var(--size-s);
  }
  .pills input:checked + span {
    background: var(--brand);
    border-color: var(--brand);
    color: var(--on-brand);
    font-weight: 700;
  }
  .pills input:checked + span small {
    color: var(--on-brand);
  }
  .pills input:checked + span::before {
    content: "✓";
  }
  .pills input:focus-visible + span {
    outline: 3px solid var(--text);
    outline-offset: 2px;
  }
`;
