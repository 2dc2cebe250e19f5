import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { words } from "../client/problem";
import type { Category, Difficulty, Pace, QuestionPool, Scoring, Settings } from "../client/resources";
import type { Session } from "../game/session";
import { DIFFICULTIES, MAX_COUNT, PACES, SCORINGS, TYPES, settingsFrom } from "../game/settings";
import { buttons } from "./buttons";
import { fields } from "./fields";
import { theme } from "./theme";

/** The few settings of a room. Sends `open-room` with them, or `back`. */
class HostForm extends LitElement {
  static override properties = {
    session: { attribute: false },
    busy: { type: Boolean },
    categories: { state: true },
    fault: { state: true },
  };
  static override styles = [
    theme,
    buttons,
    fields,
    css`
      form {
        display: grid;
        gap: 1.25rem;
        grid-template-columns: minmax(0, 1fr);
      }
      .count {
        max-width: 8rem;
      }
      .categories {
        max-height: 20rem;
        overflow-y: auto;
        padding: 4px;
        margin: -4px;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 0.75rem;
        align-items: center;
      }
      .actions .primary {
        flex: 1 1 12rem;
      }
    `,
  ];

  declare session: Session;
  declare busy: boolean;
  declare categories: Category[] | null;
  declare fault: string | null;
  private readonly given = settingsFrom(location.search);

  override async firstUpdated(): Promise<void> {
    this.renderRoot.querySelector<HTMLElement>("h2")?.focus();
    try {
      this.categories = await this.session.api.categories();
    } catch (error) {
      this.fault = words(error);
    }
  }

  override render(): TemplateResult {
    return html`
      <form data-testid="host-form" @submit=${this.submit}>
        <h2 tabindex="-1">Host a room</h2>
        <fieldset>
          <legend>Categories <span class="muted">(none chosen: all of them)</span></legend>
          <div class="pills categories">
            ${this.categories?.map(({ id, name, questions }) =>
              this.pill("checkbox", "category", id, html`${name} <small>${questions}</small>`, false),
            ) ?? html`<p class="muted">Loading…</p>`}
          </div>
        </fieldset>
        <fieldset>
          <legend>Difficulty</legend>
          <div class="pills">
            ${DIFFICULTIES.map(({ id, name }) => this.pill("checkbox", "difficulty", id, html`${name}`, true))}
          </div>
        </fieldset>
        <fieldset>
          <legend>Types of questions</legend>
          <div class="pills">
            ${TYPES.map(({ id, name }) =>
              this.pill("checkbox", "type", id, html`${name}`, (this.given.types ?? ["choice"]).includes(id)),
            )}
          </div>
        </fieldset>
        <div class="count">
          <label for="count">Questions</label>
          <select id="count" name="count" data-testid="count">
            ${[3, 5, 10, 15, 20, 30, MAX_COUNT, ...this.ownCount()]
              .sort((a, b) => a - b)
              .map((n) => html`<option value=${n} ?selected=${n === (this.given.count ?? 10)}>${n}</option>`)}
          </select>
        </div>
        <fieldset>
          <legend>Pace</legend>
          <div class="pills">
            ${PACES.map(({ id, name, hint }) =>
              this.pill("radio", "pace", id, html`${name} <small>${hint.split(" per")[0]}</small>`, id === this.pace),
            )}
          </div>
        </fieldset>
        <fieldset>
          <legend>Scoring</legend>
          <div class="pills">
            ${SCORINGS.map(({ id, name }) => this.pill("radio", "scoring", id, html`${name}`, id === this.scoring))}
          </div>
        </fieldset>
        <div class="pills">${this.pill("checkbox", "play", "yes", html`I play along`, false)}</div>
        ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
        <div class="actions">
          <button class="primary" type="submit" data-testid="open-room" ?disabled=${this.busy}>
            ${this.busy ? "Opening…" : "Open the room"}
          </button>
          <button class="quiet" type="button" @click=${() => this.dispatchEvent(new CustomEvent("back"))}>Back</button>
        </div>
      </form>
    `;
  }

  private get pace(): Pace {
    return this.given.pace ?? "standard";
  }

  private get scoring(): Scoring {
    return this.given.scoring ?? "kahoot";
  }

  private ownCount(): number[] {
    const { count } = this.given;
    return count && ![3, 5, 10, 15, 20, 30, MAX_COUNT].includes(count) ? [count] : [];
  }

  private pill(type: string, name: string, value: string, words: TemplateResult, on: boolean): TemplateResult {
    return html`<label><input type=${type} name=${name} value=${value} ?checked=${on} /><span>${words}</span></label>`;
  }

  private submit(event: Event): void {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const difficulties = form.getAll("difficulty") as Difficulty[];
    if (!difficulties.length) {
      this.fault = "Choose at least one difficulty.";
      return;
    }
    const types = form.getAll("type") as QuestionPool[];
    if (!types.length) {
      this.fault = "Choose at least one type of questions.";
      return;
    }
    this.fault = null;
    const categories = form.getAll("category") as string[];
    const settings: Settings = {
      count: Number(form.get("count")),
      pace: form.get("pace") as Pace,
      scoring: form.get("scoring") as Scoring,
      ...(difficulties.length < DIFFICULTIES.length && { difficulties }),
      ...(categories.length && { categories }),
      ...(types.join() !== "choice" && { types }),
    };
    this.dispatchEvent(new CustomEvent("open-room", { detail: { settings, play: form.has("play") } }));
  }
}

customElements.define("vs-host-form", HostForm);
