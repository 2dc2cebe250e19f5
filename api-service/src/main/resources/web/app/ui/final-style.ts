import { css } from "lit";

export const finalStyle = css`
  :host {
    overflow: hidden;
  }
  .final {
    width: min(100%, 60rem);
    margin: 0 auto;
    padding: 0 clamp(1rem, 4vw, 2.5rem) 3rem;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: clamp(1.25rem, 3vw, 2rem);
  }
  .headline {
    position: relative;
    isolation: isolate;
    display: grid;
    gap: 0.6rem;
    justify-items: start;
    padding: clamp(1.5rem, 5vw, 3.5rem) 0 clamp(1.75rem, 5vw, 3rem);
  }
  .headline::before {
    content: "";
    position: absolute;
    z-index: -1;
    inset: -3rem -100vw 0;
    background: var(--stage);
    border-bottom: 5px solid var(--brand);
    transform: rotate(-1deg);
  }
  .won {
    color: var(--on-brand);
  }
  .won::before {
    background: var(--brand);
  }
  .won .kicker {
    color: inherit;
  }
  .won button.primary {
    color: var(--brand);
  }
  .won button.primary::before {
    background: var(--on-brand);
    border-color: var(--on-brand);
  }
  .won button.primary:focus-visible::before {
    outline-color: var(--on-brand);
  }
  h1 {
    font-size: clamp(2.5rem, 1.2rem + 7vw, 6rem);
    overflow-wrap: anywhere;
  }
  .own {
    font-size: var(--size-xl);
    margin-bottom: 0.5rem;
  }
  .panel h2,
  .review h2 {
    margin-bottom: 0.9rem;
  }
  .podium {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    align-items: end;
    gap: 4px;
    max-width: 34rem;
    width: 100%;
    margin: 0 auto;
    text-align: center;
  }
  .podium li {
    display: grid;
    gap: 0.4rem;
    min-width: 0;
  }
  .podium .name {
    font-weight: 650;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .step {
    display: grid;
    align-content: start;
    padding: 0.6rem 0.25rem;
    background: var(--raised);
    border-top: 4px solid var(--edge);
    animation: rise 0.6s cubic-bezier(0.2, 0.8, 0.2, 1) both;
    transform-origin: bottom;
  }
  .step .number {
    font-size: var(--size-xxl);
    line-height: 1;
  }
  .place-1 .step {
    min-height: 10rem;
    background: var(--brand);
    border-color: var(--brand);
    color: var(--on-brand);
  }
  .place-2 .step {
    min-height: 7.5rem;
  }
  .place-3 .step {
    min-height: 5.5rem;
  }
  @keyframes rise {
    from {
      transform: scaleY(0.2);
      opacity: 0;
    }
  }
  .fair {
    font-size: var(--size-s);
  }
`;
