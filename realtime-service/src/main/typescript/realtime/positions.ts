import type { Position } from "./protocol";

export type Step = "next" | "known" | "gap";

/** As many as a `hello` may name. */
const MOST = 16;

/** How far this client is in each stream; decides whether an event is the next one, an old one or beyond a hole. */
export class Positions {
  private readonly known = new Map<string, Position>();

  has(stream: string): boolean {
    return this.known.has(stream);
  }

  get(stream: string): Position | undefined {
    return this.known.get(stream);
  }

  set({ stream, epoch, seq }: Position): void {
    this.known.set(stream, { stream, epoch, seq });
  }

  forget(stream: string): void {
    this.known.delete(stream);
  }

  list(): Position[] {
    return [...this.known.values()].slice(-MOST);
  }

  /** Notes the position if it is the next one. */
  step(position: Position): Step {
    const here = this.known.get(position.stream);
    if (!here || here.epoch !== position.epoch) return "gap";
    if (position.seq <= here.seq) return "known";
    if (position.seq > here.seq + 1) return "gap";
    this.set(position);
    return "next";
  }
}
