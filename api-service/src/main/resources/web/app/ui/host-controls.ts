import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { words } from "../client/problem";
import type { GameState } from "../game/state";
import type { Session } from "../game/session";
import { buttons } from "./buttons";
import "./announce-form";
import { theme } from "./theme";

type Order = "pause" | "resume" | "skip" | "end";

/** What a host may do while the game runs. */
class HostControls extends LitElement {
  static override properties = {
    session: { attribute: false },
    game: { attribute: false },
    fault: { state: true },
    busy: { state: true },
  };
  static override styles = [
    theme,
    buttons,
    css`
      h2 {
        font-size: var(--size-l);
        margin-bottom: 0.75rem;
      }
      .orders {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr));
        gap: 0.6rem;
      }
      .orders button {
        padding-inline: 0.75rem;
      }
      details {
        margin-top: 0.75rem;
      }
      summary {
        min-height: 44px;
        display: flex;
        align-items: center;
        cursor: pointer;
        color: var(--muted);
        font-weight: 600;
      }
      summary::before {
        content: "▸";
        margin-right: 0.5rem;
      }
      details[open] summary::before {
        content: "▾";
      }
      li {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 0.5rem;
        min-height: 48px;
        overflow-wrap: anywhere;
      }
      .fault {
        margin-top: 0.5rem;
      }
    `,
  ];

  declare session: Session;
  declare game: GameState;
  declare fault: string | null;
  declare busy: boolean;

  override render(): TemplateResult {
    const { game } = this;
    const held = game.phase === "paused" || game.hold === "pause";
    return html`
      <section class="panel" data-testid="host-controls">
        <h2>You are the host</h2>
        <div class="orders">
          ${held ? this.button("resume", "Resume", true) : this.button("pause", "Pause")}
          ${game.phase === "paused" ? nothing : this.button("skip", game.phase === "revealed" ? "Next" : "Skip")}
          ${this.button("end", game.hold === "end" ? "Ending…" : "End game")}
        </div>
        ${game.hold === "pause" && game.phase !== "paused"
          ? html`<p class="muted" role="status">The game pauses after this round.</p>`
          : nothing}
        ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
        <vs-announce-form .session=${this.session}></vs-announce-form>
        <details>
          <summary>Players (${game.playerCount})</summary>
          <ul>
            ${game.players
              .filter(({ id }) => id !== game.me)
              .map(
                ({ id, name }) => html`<li>
                  <span>${name}</span>
                  <button aria-label="Remove ${name}" @click=${() => this.kick(id, name)}>Remove</button>
                </li>`,
              )}
          </ul>
        </details>
      </section>
    `;
  }

  private button(order: Order, label: string, primary = false): TemplateResult {
    return html`<button
      class=${primary ? "primary" : ""}
      data-testid="${order}-button"
      ?disabled=${this.busy}
      @click=${() => this.order(order)}
    >
      ${label}
    </button>`;
  }

  private order(order: Order): void {
    if (order === "end" && !confirm("End the game for everybody?")) return;
    void this.run(() => this.session.api.direct(this.game.match, order));
  }

  private kick(player: string, name: string): void {
    if (!confirm(`Remove ${name} from this room? They cannot come back.`)) return;
    void this.run(() => this.session.api.kick(this.game.match, player));
  }

  private async run(call: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.fault = null;
    try {
      await call();
    } catch (error) {
      this.fault = words(error);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define("vs-host-controls", HostControls);
