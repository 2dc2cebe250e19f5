import { css } from "lit";

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
