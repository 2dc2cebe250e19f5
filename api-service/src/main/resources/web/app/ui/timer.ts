import { LitElement, css, html, svg, type TemplateResult } from "lit";
import type { ServerClock } from "../realtime";
import { Ticker } from "./screen";
import { theme } from "./theme";
import { seconds } from "./words";

const AROUND = 2 * Math.PI * 26;

/** A ring that empties by the server's clock, with the whole seconds in it. */
class Timer extends LitElement {
  static override properties = { clock: { attribute: false }, from: { type: Number }, to: { type: Number } };
  static override styles = [
    theme,
    css`
      :host {
        width: 72px;
        height: 72px;
      }
      svg {
        width: 100%;
        height: 100%;
        display: block;
      }
      circle {
        fill: none;
        stroke-width: 7;
      }
      .track {
        stroke: var(--raised);
      }
      .rest {
        stroke: var(--ring);
        transform: rotate(-90deg);
        transform-origin: center;
        transition: stroke-dashoffset 0.12s linear;
      }
      .hurry .rest {
        stroke: var(--rival);
      }
      text {
        font-family: var(--display);
        font-weight: 700;
        font-size: 24px;
        fill: var(--text);
      }
    `,
  ];

  declare clock: ServerClock;
  declare from: number;
  declare to: number;

  constructor() {
    super();
    new Ticker(this, 100);
  }

  override render(): TemplateResult {
    const left = this.to - this.clock.now();
    const share = Math.min(1, Math.max(0, left / Math.max(1, this.to - this.from)));
    return html`
      <svg viewBox="0 0 64 64" class=${left < 5000 ? "hurry" : ""} role="timer" aria-label="${seconds(left)} seconds left">
        <circle class="track" cx="32" cy="32" r="26" />
        ${svg`<circle class="rest" cx="32" cy="32" r="26"
          stroke-dasharray=${AROUND} stroke-dashoffset=${AROUND * (1 - share)} />`}
        <text x="32" y="40.500" text-anchor="middle" aria-hidden="true">${seconds(left)}</text>
      </svg>
    `;
  }
}

customElements.define("vs-timer", Timer);
