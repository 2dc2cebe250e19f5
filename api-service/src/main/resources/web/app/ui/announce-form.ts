import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { Refused } from "../realtime";
import type { Session } from "../game/session";
import { buttons } from "./buttons";
import { fields } from "./fields";
import { theme } from "./theme";

const LONGEST = 1000;

const FAULTS: Record<string, string> = {
  "too-many": "That was a bit fast. Wait a moment, then say it again.",
  forbidden: "Only the host may speak to everybody.",
  "not-found": "This game is not there any more.",
};

/** A line to everybody in the room; for its host. */
class AnnounceForm extends LitElement {
  static override properties = { session: { attribute: false }, fault: { state: true }, busy: { state: true } };
  static override styles = [
    theme,
    buttons,
    fields,
    css`
      form {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.25rem 0.5rem;
        align-items: center;
        margin-top: 1rem;
      }
      label,
      .fault {
        grid-column: 1 / -1;
      }
      input[type="text"] {
        font-size: 1rem;
        min-height: 48px;
      }
      button {
        padding-inline: 1rem;
      }
    `,
  ];

  declare session: Session;
  declare fault: string | null;
  declare busy: boolean;

  override render(): TemplateResult {
    return html`<form data-testid="announce-form" @submit=${this.say} @keydown=${(event: Event) => event.stopPropagation()}>
      <label for="text">Say something to everybody</label>
      <input id="text" type="text" maxlength=${LONGEST} autocomplete="off" data-testid="announce-text" />
      <button data-testid="announce-button" ?disabled=${this.busy}>Say it</button>
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
    </form>`;
  }

  private async say(event: Event): Promise<void> {
    event.preventDefault();
    const field = this.renderRoot.querySelector("input")!;
    const text = field.value.trim();
    if (!text || this.busy) return;
    this.busy = true;
    this.fault = null;
    try {
      await this.session.announce(text);
      field.value = "";
    } catch (error) {
      const code = error instanceof Refused ? error.code : "";
      this.fault = FAULTS[code] ?? "This could not be said just now. Try again.";
    } finally {
      this.busy = false;
    }
  }
}

customElements.define("vs-announce-form", AnnounceForm);
