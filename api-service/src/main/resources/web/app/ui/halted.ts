import { css, html, nothing, type TemplateResult } from "lit";
import type { Halt } from "../client/access";
import { words } from "../client/problem";
import { HALTS } from "./halts";
import { Screen } from "./screen";
import { buttons } from "./buttons";
import { theme } from "./theme";
import { wordmark } from "./wordmark";

/** Instead of all else while this device is not let in: says so, and asks what to do. */
class Halted extends Screen {
  static override properties = {
    ...Screen.properties,
    halt: { attribute: false },
    fault: { state: true },
    busy: { state: true },
  };
  static override styles = [
    theme,
    buttons,
    css`
      .halted {
        width: min(100%, 34rem);
        margin: 0 auto;
        padding: clamp(1.25rem, 6vw, 4rem) 1.25rem;
        display: grid;
        gap: 1.5rem;
        grid-template-columns: minmax(0, 1fr);
      }
      .wordmark {
        width: min(100%, 16rem);
        height: auto;
        display: block;
      }
      .ways {
        display: grid;
        gap: 0.75rem;
        justify-items: center;
      }
    `,
  ];

  declare halt: Halt;
  declare fault: string | null;
  declare busy: boolean;

  override render(): TemplateResult {
    const { title, advice, again, anew } = HALTS[this.halt];
    const newer = anew && html`<button
      class=${this.halt === "device-refused" ? "primary big wide" : "quiet"}
      data-testid="start-anew"
      ?disabled=${this.busy}
      @click=${() => this.go(() => this.session.startAnew())}
    >
      ${anew}
    </button>`;
    const same = html`<button
      class=${this.halt === "signed-out" ? "primary big wide" : "quiet"}
      data-testid="sign-in-again"
      ?disabled=${this.busy}
      @click=${() => this.go(() => this.session.signInAgain())}
    >
      ${again}
    </button>`;
    return html`
      <div class="halted enter" data-testid="halted" data-halt=${this.halt}>
        ${wordmark()}
        <section class="panel stack">
          <h1 data-focus tabindex="-1">${title}</h1>
          <p>${advice(this.session.api.device?.name ?? "")}</p>
          ${this.fault ? html`<p class="fault" role="alert" data-testid="fault-of-way">${this.fault}</p>` : nothing}
        </section>
        <div class="ways">${this.halt === "signed-out" ? [same, newer] : [newer, same]}</div>
      </div>
    `;
  }

  private async go(way: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.fault = null;
    try {
      await way();
    } catch (error) {
      this.fault = words(error);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define("vs-halted", Halted);
