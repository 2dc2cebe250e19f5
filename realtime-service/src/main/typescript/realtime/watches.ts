import type { ClientMessage } from "./protocol";

/** The streams that are watched: asked for over each connection that does not read them by itself. */
export class Watches {
  private readonly streams = new Set<string>();
  /** By the id of the message that asks. */
  private readonly asked = new Map<string, string>();
  /** How often the end was asked for, and is not confirmed yet. */
  private readonly ending = new Map<string, number>();
  private last = 0;

  constructor(private readonly send: (message: ClientMessage) => boolean) {}

  has(stream: string): boolean {
    return this.streams.has(stream);
  }

  add(stream: string): void {
    this.streams.add(stream);
    this.ask(stream);
  }

  remove(stream: string): void {
    if (!this.streams.delete(stream)) return;
    if (this.send({ type: "unwatch", stream })) this.ending.set(stream, (this.ending.get(stream) ?? 0) + 1);
  }

  /** Forgets one without a word to the server. */
  drop(stream: string): void {
    this.streams.delete(stream);
  }

  /** Asks for a stream, if it is still watched. */
  ask(stream: string): void {
    if (!this.streams.has(stream)) return;
    const id = `w${++this.last}`;
    if (this.send({ type: "watch", id, stream })) this.asked.set(id, stream);
  }

  /** Another connection, which reads the streams in `named` already. */
  carriedBy(named: ReadonlySet<string>): void {
    this.asked.clear();
    this.ending.clear();
    for (const stream of this.streams) if (!named.has(stream)) this.ask(stream);
  }

  /** The stream that the message with that id asked for, in vain. */
  refused(id: string): string | undefined {
    const stream = this.asked.get(id);
    this.asked.delete(id);
    return stream;
  }

  /** Nothing more comes of a stream; whether that is news. */
  ended(stream: string): boolean {
    const asked = this.ending.get(stream) ?? 0;
    if (asked > 1) this.ending.set(stream, asked - 1);
    else this.ending.delete(stream);
    return asked === 0 && this.streams.has(stream);
  }
}
