import { css } from "lit";

/** Labels, text fields and the pills that stand for check boxes and radio buttons. */
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
