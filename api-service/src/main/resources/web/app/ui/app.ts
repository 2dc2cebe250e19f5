import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { Session } from "../game/session";
import { isHost } from "../game/state";
import { buttons } from "./buttons";
import { theme } from "./theme";
import { wordmark } from "./wordmark";
import "./announcement";
import "./announcer";
import "./connection-banner";
import "./final";
import "./halted";
import "./home";
import "./lobby";
import "./play";
import "./starting";
import "./waiting";

/** Holds the session and shows the one screen that fits it. */
class App extends LitElement {
  static override styles = [
    theme,
    buttons,
    css`
      .page {
        min-height: 100vh;
        min-height: 100dvh;
        display: grid;
        grid-template-rows: auto 1fr;
        grid-template-columns: minmax(0, 1fr);
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 1rem;
        padding: 0.5rem clamp(1rem, 3vw, 2.5rem);
        min-height: 60px;
        border-bottom: 1px solid var(--line);
      }
      header .wordmark {
        height: 30px;
        width: auto;
        display: block;
      }
      main {
        min-width: 0;
        display: flex;
        flex-direction: column;
      }
      main > :not(vs-connection) {
        flex: 1;
        min-width: 0;
      }
      .loading {
        align-self: center;
        padding: 2rem;
        text-align: center;
      }
    `,
  ];

  private readonly session = new Session();
  private readonly claim = () => void this.session.claim();
  private readonly otherTab = () => this.session.accessChanged();
  private unwatch = () => {};

  override connectedCallback(): void {
    super.connectedCallback();
    this.unwatch = this.session.watch(() => this.requestUpdate());
    this.session.restore();
    addEventListener("hashchange", this.claim);
    addEventListener("storage", this.otherTab);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("hashchange", this.claim);
    removeEventListener("storage", this.otherTab);
    this.unwatch();
  }

  override render(): TemplateResult {
    const { session } = this;
    const home = session.api.halt || (!session.match && !session.search);
    return html`
      <div class="page">
        ${home ? html`<div></div>` : this.header()}
        <main>
          <vs-connection .state=${session.connection} ?hidden=${home}></vs-connection>
          ${this.screen()}
        </main>
      </div>
      <vs-announcement
        .announcement=${session.announced}
        @close=${() => session.announced && session.silence(session.announced)}
      ></vs-announcement>
      <vs-announcer .session=${session} .game=${session.game}></vs-announcer>
    `;
  }

  private header(): TemplateResult {
    const game = this.session.game;
    const label = !game ? "Cancel" : game.phase === "finished" ? "Home" : "Leave";
    return html`
      <header>
        ${wordmark()}
        <button class="quiet" data-testid="leave-button" @click=${() => this.leave()}>${label}</button>
      </header>
    `;
  }

  private screen(): TemplateResult {
    const { session } = this;
    const { game } = session;
    const { halt } = session.api;
    if (halt) return html`<vs-halted .session=${session} .halt=${halt}></vs-halted>`;
    if (session.search) return html`<vs-waiting .session=${session} .search=${session.search.waiting}></vs-waiting>`;
    if (!session.match) return html`<vs-home .session=${session} .notice=${session.notice}></vs-home>`;
    if (!game) return html`<p class="loading" role="status">Getting your seat…</p>`;
    switch (game.phase) {
      case "lobby":
        return html`<vs-lobby .session=${session} .game=${game}></vs-lobby>`;
      case "starting":
        return html`<vs-starting .session=${session} .game=${game}></vs-starting>`;
      case "finished":
        return html`<vs-final .session=${session} .game=${game}></vs-final>`;
      default:
        return game.current
          ? html`<vs-play .session=${session} .game=${game}></vs-play>`
          : html`<p class="loading">${game.phase === "paused" ? "The host paused the game." : nothing}</p>`;
    }
  }

  private leave(): void {
    const { session } = this;
    if (session.search) return session.stopSearch();
    const { game } = session;
    const host = !!game && isHost(game);
    const playing = game && game.phase !== "finished" && (host || game.phase !== "lobby");
    const question = host ? "End this game for everybody?" : "Leave this match? You cannot win it then.";
    if (!playing || confirm(question)) session.leave();
  }
}

customElements.define("vs-app", App);
