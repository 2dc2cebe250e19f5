import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { RoundMedia, RoundMediaFile } from "../realtime";
import { pixelsOf } from "../game/blurhash";

const SMALL = 32;

/** The picture or video of a question. It has its place before it is there, so that nothing moves when it comes. */
class Media extends LitElement {
  static override properties = { media: { attribute: false } };
  static override styles = css`
    figure {
      position: relative;
      margin: 0;
      display: grid;
      justify-items: center;
    }
    .frame {
      position: relative;
      overflow: hidden;
      border-radius: 0.75rem;
    }
    img,
    video {
      position: relative;
      display: block;
      max-width: 100%;
      height: auto;
      max-height: 40vh;
      object-fit: contain;
    }
    video {
      width: 60rem;
      aspect-ratio: 16 / 9;
    }
    canvas {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
    }
  `;

  declare media: RoundMedia;

  override render(): TemplateResult {
    return html`<figure data-testid="media">
      <div class="frame">
        ${this.media.placeholder ? html`<canvas width=${SMALL} height=${SMALL} aria-hidden="true"></canvas>` : nothing}
        ${this.media.kind === "video" ? this.video() : this.picture()}
      </div>
    </figure>`;
  }

  private picture(): TemplateResult {
    const { media } = this;
    const fallback = this.files("image/jpeg").at(-1) ?? media.files.at(-1)!;
    return html`<picture>
      <source type="image/webp" srcset=${set(this.files("image/webp"))} sizes="min(100vw, 60rem)" />
      <img
        src=${fallback.url}
        width=${media.width ?? nothing}
        height=${media.height ?? nothing}
        alt=${media.alternative ?? ""}
        decoding="async"
        referrerpolicy="no-referrer"
      />
    </picture>`;
  }

  private video(): TemplateResult {
    return html`<video controls playsinline preload="metadata" aria-label=${this.media.alternative ?? "Video"}>
      ${this.media.files.map((file) => html`<source src=${file.url} type=${file.type} />`)}
    </video>`;
  }

  private files(type: string): RoundMediaFile[] {
    return this.media.files.filter((file) => file.type === type);
  }

  override updated(changed: PropertyValues): void {
    const canvas = this.renderRoot.querySelector("canvas");
    if (!changed.has("media") || !canvas) return;
    const pixels = pixelsOf(this.media.placeholder!, SMALL, SMALL);
    if (pixels) canvas.getContext("2d")?.putImageData(new ImageData(pixels, SMALL, SMALL), 0, 0);
  }
}

const set = (files: RoundMediaFile[]): string => files.map((file) => `${file.url} ${file.width}w`).join(", ");

customElements.define("vs-media", Media);
