import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { words } from "../client/problem";
import { NAME_MAX, nameFault, tidy } from "../game/name";
import { pinFrom, settingsFrom } from "../game/settings";
import { hero } from "./home-style";
import { Screen } from "./screen";
import { sign } from "./shape";
import { buttons } from "./buttons";
import { fields } from "./fields";
import { theme } from "./theme";
import { wordmark } from "./wordmark";
import "./host-form";

type Busy = "duel" | "bot" | "join" | "host" | null;

/** Where everybody starts: a name, and then one of four ways to play. */
class Home extends Screen {
  static override properties = {
    ...Screen.properties,
    notice: { attribute: false },
    name: { state: true },
    pin: { state: true },
    faults: { state: true },
    busy: { state: true },
    hosting: { state: true },
  };
  static override styles = [theme, buttons, fields, hero];

  declare notice: string | null;
  declare name: string;
  declare pin: string;
  declare faults: { name?: string; pin?: string; all?: string };
  declare busy: Busy;
  declare hosting: boolean;

  constructor() {
    super();
    this.pin = pinFrom(location.search);
    this.faults = {};
    this.busy = null;
    this.hosting = false;
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has("session")) this.name ??= this.session.api.device?.name ?? "";
  }

  override render(): TemplateResult {
    return html`
      <div class="home">
        <section class="hero">
          <h1 data-focus tabindex="-1">${wordmark()}</h1>
          <p class="tagline">Same question.<br />Same second.<br /><em>Who knows it?</em></p>
          <p class="signs" aria-hidden="true">${[0, 1, 2, 3].map((i) => html`<i class="sign-${i}">${sign(i)}</i>`)}</p>
        </section>
        <section class="ways stack enter">
          ${this.notice || this.faults.all
            ? html`<p class="notice" role="alert" data-testid="notice">${this.faults.all ?? this.notice}</p>`
            : nothing}
          ${this.nameField()} ${this.hosting ? this.hostForm() : this.ways()}
        </section>
      </div>
    `;
  }

  private nameField(): TemplateResult {
    const fault = this.faults.name;
    return html`
      <div>
        <label for="name">Your name</label>
        <input
          id="name"
          type="text"
          data-testid="name-input"
          autocomplete="nickname"
          autocapitalize="words"
          spellcheck="false"
          placeholder="3 to ${NAME_MAX} characters"
          .value=${this.name}
          aria-invalid=${fault ? "true" : "false"}
          aria-describedby="name-fault"
          @input=${this.typedName}
          @keydown=${(event: KeyboardEvent) => event.key === "Enter" && !this.hosting && this.find(false)}
        />
        <p id="name-fault" class="fault" role="alert" ?hidden=${!fault}>${fault}</p>
      </div>
    `;
  }

  private ways(): TemplateResult {
    return html`
      <div class="duel">
        <button class="primary big wide" data-testid="duel-button" ?disabled=${!!this.busy} @click=${() => this.find(false)}>
          ${this.busy === "duel" ? "One moment…" : "Duel"}
        </button>
        <button class="wide" data-testid="bot-button" ?disabled=${!!this.busy} @click=${() => this.find(true)}>
          ${this.busy === "bot" ? "One moment…" : "Play a bot"}
        </button>
      </div>
      <form class="join" @submit=${this.join}>
        <div>
          <label for="pin">Room PIN</label>
          <input
            id="pin"
            class="pin"
            type="text"
            inputmode="numeric"
            autocomplete="off"
            maxlength="7"
            placeholder="······"
            data-testid="join-pin"
            .value=${this.pin}
            aria-invalid=${this.faults.pin ? "true" : "false"}
            aria-describedby="pin-fault"
            @input=${this.typedPin}
          />
        </div>
        <button type="submit" data-testid="join-button" ?disabled=${!!this.busy}>
          ${this.busy === "join" ? "Joining…" : "Join"}
        </button>
        <p id="pin-fault" class="fault" role="alert" ?hidden=${!this.faults.pin}>${this.faults.pin}</p>
      </form>
      <p class="host-line">
        Playing with a crowd?
        <button class="quiet" data-testid="host-button" @click=${() => (this.hosting = true)}>Host a room</button>
      </p>
    `;
  }

  private hostForm(): TemplateResult {
    return html`<vs-host-form
      .session=${this.session}
      .busy=${this.busy === "host"}
      @open-room=${this.host}
      @back=${() => (this.hosting = false)}
    ></vs-host-form>`;
  }

  private typedName(event: InputEvent): void {
    this.name = (event.target as HTMLInputElement).value;
    if (this.faults.name) this.faults = { name: nameFault(this.name) ?? undefined };
  }

  private typedPin(event: InputEvent): void {
    const field = event.target as HTMLInputElement;
    this.pin = field.value.replace(/\D/g, "").slice(0, 6);
    field.value = this.pin;
    this.faults = {};
  }

  private find(bot: boolean): void {
    void this.go(bot ? "bot" : "duel", (name) => this.session.find(name, settingsFrom(location.search), bot));
  }

  private join(event: Event): void {
    event.preventDefault();
    const fault = this.pin.length === 6 ? undefined : "A PIN has six digits. Your host's screen shows it.";
    void this.go("join", (name) => this.session.joinRoom(name, this.pin), fault);
  }

  private host(event: CustomEvent): void {
    const { settings, play } = event.detail;
    void this.go("host", (name) => this.session.hostRoom(name, settings, play));
  }

  private async go(busy: Busy, way: (name: string) => Promise<void>, pinFault?: string): Promise<void> {
    if (this.busy) return;
    const name = tidy(this.name);
    this.faults = { name: nameFault(this.name) ?? undefined, pin: pinFault };
    if (this.faults.name || this.faults.pin) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>(this.faults.name ? "#name" : "#pin")?.focus();
      return;
    }
    this.busy = busy;
    this.notice = null;
    try {
      await way(name);
    } catch (error) {
      this.faults = busy === "join" ? { pin: words(error) } : { all: words(error) };
    } finally {
      this.busy = null;
    }
  }
}

customElements.define("vs-home", Home);
