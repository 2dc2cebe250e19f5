import { LitElement, type ReactiveController, type ReactiveControllerHost } from "lit";
import type { GameState } from "../game/state";
import type { Session } from "../game/session";

/** A whole screen. When one follows another, the focus goes to its heading, so that a reader starts at the top. */
export class Screen extends LitElement {
  static override properties = { session: { attribute: false }, game: { attribute: false } };
  private static shown = 0;

  declare session: Session;
  declare game: GameState;

  override firstUpdated(): void {
    if (Screen.shown++ === 0) return;
    this.renderRoot.querySelector<HTMLElement>("[data-focus]")?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }
}

/** Renders its host again and again while time passes. */
export class Ticker implements ReactiveController {
  private timer = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly every: number,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.timer = setInterval(() => this.host.requestUpdate(), this.every) as unknown as number;
  }

  hostDisconnected(): void {
    clearInterval(this.timer);
  }
}
