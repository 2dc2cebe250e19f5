import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Announcement } from "../realtime";
import { theme } from "./theme";

const SHORTEST = 6000;
const LONGEST = 30_000;
const READING = 70;

/** What the host has to say: read out politely, there until it was read or closed. Text, never markup. */
class HostsWords extends LitElement {
  static override properties = { announcement: { attribute: false } };
  static override styles = [
    theme,
    css`
      :host {
        position: fixed;
        z-index: 6;
        inset: auto 0 0;
        padding: 0 clamp(0.875rem, 3vw, 2.5rem) max(1rem, env(safe-area-inset-bottom));
        pointer-events: none;
      }
      .words {
        pointer-events: auto;
        width: min(100%, 40rem);
        margin: 0 auto;
        padding: 0.75rem 0.5rem 0.75rem 1.1rem;
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: start;
        gap: 0.25rem 0.5rem;
        background: var(--raised);
        border-left: 6px solid var(--brand);
        border-radius: var(--radius);
        box-shadow: var(--shadow);
        animation: enter 0.25s ease-out both;
      }
      .text {
        grid-column: 1;
        max-height: 30vh;
        overflow: auto;
        font-weight: 600;
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
      button {
        grid-area: 1 / 2 / span 2;
        min-width: 44px;
        min-height: 44px;
        border: 0;
        border-radius: 6px;
        background: none;
        color: inherit;
        font: inherit;
        cursor: pointer;
      }
      button:focus-visible {
        outline: 3px solid var(--text);
      }
    `,
  ];

  declare announcement: Announcement | null;
  private timer = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  override willUpdate(changed: PropertyValues): void {
    if (!changed.has("announcement")) return;
    clearTimeout(this.timer);
    const shown = this.announcement;
    if (!shown) return;
    const time = Math.min(LONGEST, Math.max(SHORTEST, shown.text.length * READING));
    this.timer = setTimeout(() => this.close(), time) as unknown as number;
  }

  override render(): TemplateResult {
    return html`<div role="status" aria-live="polite" data-testid="announcement">
      ${this.announcement ? this.words(this.announcement) : nothing}
    </div>`;
  }

  private words({ text }: Announcement): TemplateResult {
    return html`<div class="words">
      <p class="kicker">From the host</p>
      <p class="text">${text}</p>
      <button aria-label="Close" @click=${this.close}>✕</button>
    </div>`;
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent("close"));
  }
}

customElements.define("vs-announcement", HostsWords);
