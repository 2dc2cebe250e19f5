import { css } from "lit";

/** The tiles: a slanted block with the sign, the words, and what became of them. */
export const choiceStyle = css`
  :host {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .hint {
    color: var(--brand-text);
    font-weight: 650;
  }
  .choices {
    display: grid;
    gap: 0.625rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .choice {
    display: grid;
    grid-template-columns: 64px minmax(0, 1fr) auto auto;
    align-items: center;
    gap: 0.75rem;
    min-height: 68px;
    padding: 0 0.9rem 0 0;
    border: 2px solid var(--line);
    border-radius: var(--radius);
    background: var(--panel);
    text-align: left;
    overflow: hidden;
    font-family: var(--body);
    font-weight: 600;
    font-size: 1.0625rem;
    transition:
      border-color 0.15s,
      background 0.15s,
      opacity 0.2s;
  }
  button.choice::before {
    display: none;
  }
  .c0 {
    --mine: var(--choice-0);
  }
  .c1 {
    --mine: var(--choice-1);
  }
  .c2 {
    --mine: var(--choice-2);
  }
  .c3 {
    --mine: var(--choice-3);
  }
  .c4 {
    --mine: var(--choice-4);
  }
  .c5 {
    --mine: var(--choice-5);
  }
  .block {
    align-self: stretch;
    display: grid;
    place-items: center;
    margin-left: -10px;
    padding-left: 8px;
    background: var(--mine);
    clip-path: polygon(0 0, 100% 0, calc(100% - 10px) 100%, 0 100%);
  }
  .sign {
    width: 38px;
    height: 38px;
    display: block;
  }
  .text {
    padding: 0.6rem 0;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .long .text {
    font-size: 0.9375rem;
    padding: 0.45rem 0;
  }
  .choice:hover:not([aria-disabled="true"]) {
    border-color: var(--mine);
    background: var(--raised);
  }
  .choice:focus-visible {
    outline: 3px solid var(--text);
    outline-offset: 2px;
  }
  .choice[aria-disabled="true"] {
    cursor: default;
  }
  .covered {
    border-style: dashed;
  }
  .covered .block {
    opacity: 0.45;
  }
  .chosen {
    border-color: var(--mine);
    background: var(--raised);
  }
  .other .text {
    color: var(--muted);
  }
  .other .block {
    opacity: 0.4;
  }
  .tag {
    padding: 0.25rem 0.6rem;
    border-radius: 6px;
    background: var(--bg);
    font-family: var(--display);
    font-size: var(--size-s);
    font-weight: 700;
    white-space: nowrap;
  }
  .right {
    border-color: var(--right);
    background: var(--right-bg);
  }
  .right .tag {
    background: var(--right);
    color: var(--bg);
  }
  .wrong {
    border-color: var(--wrong);
    border-style: dashed;
    background: var(--wrong-bg);
  }
  .wrong .tag {
    background: var(--wrong);
    color: var(--bg);
  }
  .count {
    font-size: 1.25rem;
  }
  .bar {
    display: block;
    width: 5rem;
    height: 8px;
    border-radius: 4px;
    background: var(--line);
    overflow: hidden;
  }
  .bar span {
    display: block;
    height: 100%;
    background: var(--mine);
  }
  @media (min-width: 760px) {
    .choices {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 0.875rem;
    }
    .choices.long {
      grid-template-columns: minmax(0, 1fr);
    }
    .choice {
      min-height: clamp(88px, 15vh, 150px);
      grid-template-columns: 84px minmax(0, 1fr) auto auto;
      font-size: 1.25rem;
    }
    .choices.long .choice {
      min-height: 76px;
    }
    .long .text {
      font-size: 1.0625rem;
    }
    .sign {
      width: 48px;
      height: 48px;
    }
  }
`;
