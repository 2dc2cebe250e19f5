import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import type { ConnectionState } from "../realtime";
import { REFUSALS } from "./refusals";
import { buttons } from "./buttons";
import { theme } from "./theme";

const PATIENCE = 600;

/** Says whenever the page is not connected. A blink of the line, and the first dial, pass without a word. */
class ConnectionBanner extends LitElement {
  static override properties = { state: { attribute: false }, late: { state: true } };
  static override styles = [
    theme,
    buttons,
    css`
      :host {
        position: sticky;
        top: 0;
        z-index: 5;
      }
      .banner {
        display: flex;
        align-items: center;
        gap: 0.75rem;
        padding: 0.6rem clamp(1rem, 3vw, 2.5rem);
        background: var(--brand);
        color: var(--on-brand);
        font-weight: 650;
      }
      .banner.refused {
        background: var(--wrong-bg);
        color: var(--text);
        flex-wrap: wrap;
      }
      .banner p {
        flex: 1;
        min-width: 12rem;
      }
      .dot {
        flex: none;
        width: 0.9rem;
        height: 0.9rem;
        border-radius: 50%;
        border: 3px solid currentcolor;
        border-right-color: transparent;
        animation: turn 1s linear infinite;
      }
      @keyframes turn {
        to {
          transform: rotate(1turn);
        }
      }
    `,
  ];

  declare state: ConnectionState;
  declare late: boolean;
  private timer = 0;
  private wasOpen = false;

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has("state")) return;
    clearTimeout(this.timer);
    this.late = false;
    if (this.state.name === "open") this.wasOpen = true;
    if (this.state.name === "idle") this.wasOpen = false;
    if (this.state.name === "connecting") {
      this.timer = setTimeout(() => (this.late = true), this.wasOpen ? PATIENCE : 3 * PATIENCE) as unknown as number;
    }
  }

  override render(): TemplateResult {
    const state = this.state;
    return html`<div role="status" data-testid="connection" data-state=${state.name}>${this.words(state)}</div>`;
  }

  private words(state: ConnectionState): TemplateResult | typeof nothing {
    if (state.name === "connecting" && this.late) {
      const what = this.wasOpen ? "Reconnecting… your answers and points are safe." : "Connecting…";
      return html`<div class="banner"><span class="dot" aria-hidden="true"></span><p>${what}</p></div>`;
    }
    if (state.name === "refused") {
      const { title, advice } = REFUSALS[state.refusal];
      return html`<div class="banner refused">
        <p><strong>${title}.</strong> ${advice}</p>
        <button @click=${() => location.reload()}>Reload</button>
      </div>`;
    }
    return html`<span class="hidden">${state.name === "open" ? "Connected" : ""}</span>`;
  }
}

customElements.define("vs-connection", ConnectionBanner);
