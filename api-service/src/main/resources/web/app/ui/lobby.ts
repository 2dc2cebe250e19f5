import { css, html, nothing, type TemplateResult } from "lit";
import { words } from "../client/problem";
import type { Player } from "../realtime";
import { isHost } from "../game/state";
import { Screen } from "./screen";
import { buttons } from "./buttons";
import { theme } from "./theme";
import { points } from "./words";
import "./announce-form";

/** Before the start: the PIN, large enough for the back row, and who is there already. */
class Lobby extends Screen {
  static override properties = { ...Screen.properties, fault: { state: true }, busy: { state: true } };
  static override styles = [
    theme,
    buttons,
    css`
      .lobby {
        width: min(100%, 64rem);
        margin: 0 auto;
        padding: clamp(1rem, 4vw, 3rem);
        display: grid;
        gap: 1.5rem;
        grid-template-columns: minmax(0, 1fr);
        align-content: start;
      }
      .pin {
        font-size: clamp(3rem, 1rem + 13vw, 9rem);
        line-height: 1;
        letter-spacing: 0.04em;
        color: var(--brand-text);
        display: flex;
        gap: 0.18em;
      }
      .top {
        display: grid;
        gap: 0.5rem;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        align-items: center;
        gap: 0.75rem;
        margin-bottom: 1rem;
      }
      .players {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem;
        min-height: 48px;
      }
      li {
        display: flex;
        align-items: center;
        min-height: 44px;
        padding-left: 0.9rem;
        border-radius: 8px;
        background: var(--raised);
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      li > span:last-child {
        padding-right: 0.9rem;
      }
      li.me {
        background: var(--brand);
        color: var(--on-brand);
      }
      .kick {
        min-height: 44px;
        min-width: 44px;
        padding: 0 0.75rem;
        color: inherit;
      }
      .kick::before {
        border-color: transparent;
        background: none;
      }
    `,
  ];

  declare fault: string | null;
  declare busy: boolean;

  override render(): TemplateResult {
    const { game } = this;
    const host = isHost(game);
    const pin = game.pin ?? "";
    return html`
      <div class="lobby enter" data-testid="lobby">
        <div class="top">
          <h1 class="kicker" data-focus tabindex="-1">${host ? "Your room is open" : "You are in"}</h1>
          ${pin
            ? html`<p class="number pin" data-testid="pin" aria-label="PIN ${pin.split("").join(" ")}">
                <span>${pin.slice(0, 3)}</span><span>${pin.slice(3)}</span>
              </p>`
            : nothing}
          <p class="muted">
            ${host
              ? html`Players open <strong>${location.host}</strong> and enter this PIN.`
              : "The host starts the game. Keep this page open."}
          </p>
        </div>
        <section class="panel">
          <div class="head">
            <h2 role="status" data-testid="player-count">
              ${points(game.playerCount)} ${game.playerCount === 1 ? "player" : "players"}
            </h2>
            ${host ? this.start() : nothing}
          </div>
          ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
          <ul class="players" data-testid="players">
            ${game.players.map((player) => this.player(player, host))}
          </ul>
          ${game.playerCount ? this.unseen() : html`<p class="muted">Nobody yet.</p>`}
          ${host ? html`<vs-announce-form .session=${this.session}></vs-announce-form>` : nothing}
        </section>
      </div>
    `;
  }

  /** In a large room not everybody is listed. */
  private unseen(): TemplateResult | typeof nothing {
    const others = this.game.playerCount - this.game.players.length;
    return others > 0 ? html`<p class="muted">and ${points(others)} more</p>` : nothing;
  }

  private start(): TemplateResult {
    const empty = this.game.playerCount === 0;
    return html`<button class="primary" data-testid="start-button" ?disabled=${empty || this.busy} @click=${this.begin}>
      ${empty ? "Waiting for players" : "Start the game"}
    </button>`;
  }

  private player(player: Player, host: boolean): TemplateResult {
    const me = player.id === this.game.me;
    return html`
      <li class=${me ? "me" : ""}>
        <span>${player.name}${me ? " (you)" : ""}</span>
        ${host && !me
          ? html`<button class="kick" aria-label="Remove ${player.name}" @click=${() => this.kick(player)}>✕</button>`
          : nothing}
      </li>
    `;
  }

  private async begin(): Promise<void> {
    await this.order(() => this.session.api.direct(this.game.match, "start"));
  }

  private async kick(player: Player): Promise<void> {
    if (!confirm(`Remove ${player.name} from this room? They cannot come back.`)) return;
    await this.order(() => this.session.api.kick(this.game.match, player.id));
  }

  private async order(call: () => Promise<void>): Promise<void> {
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

customElements.define("vs-lobby", Lobby);
