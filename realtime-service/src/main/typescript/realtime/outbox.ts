import type { Ack, AnswerMessage } from "./protocol";
import { NOTHING, type Cancel, type Environment } from "./environment";

const AGAIN_AFTER = 1500;
const AT_MOST = 8000;

/** Errors after which the same answer may yet be taken. */
const PASSING = new Set(["unavailable", "too-many", "out-of-phase"]);

/** The way to the server without a socket. Rejects where the answer may be tried again, and only there. */
export type OverHttp = (message: AnswerMessage) => Promise<Ack>;

interface Entry {
  message: AnswerMessage;
  tries: number;
  again: Cancel;
  onHttp: boolean;
}

/**
 * Answers on their way. Each is sent with the same id until somebody acknowledges it: over the socket, and from the
 * second try, or without a socket, over HTTP as well. The server counts an id once.
 */
export class Outbox {
  private readonly waiting = new Map<string, Entry>();

  constructor(
    private readonly environment: Environment,
    private readonly socket: (message: AnswerMessage) => boolean,
    private readonly http: OverHttp | undefined,
    private readonly settled: (ack: Ack) => void,
  ) {}

  add(message: AnswerMessage): void {
    if (this.waiting.has(message.id)) return;
    this.waiting.set(message.id, { message, tries: 0, again: NOTHING, onHttp: false });
    this.attempt(message.id);
  }

  /** The connection is back: whatever has no ack goes out at once. */
  flush(): void {
    for (const id of [...this.waiting.keys()]) this.attempt(id);
  }

  /** The match of an answer that waits here. */
  matchOf(id: string): string | undefined {
    return this.waiting.get(id)?.message.match;
  }

  acknowledge(ack: Ack): void {
    const entry = this.waiting.get(ack.id);
    if (!entry) return;
    entry.again();
    this.waiting.delete(ack.id);
    this.settled(ack);
  }

  /** The server did not take this message; unless that will pass, it never will. */
  refuse(id: string, code: string): void {
    const entry = this.waiting.get(id);
    if (!entry || PASSING.has(code)) return;
    const { match, round } = entry.message;
    this.acknowledge({ id, status: "refused", match, round, answer: null, code });
  }

  clear(): void {
    for (const entry of this.waiting.values()) entry.again();
    this.waiting.clear();
  }

  private attempt(id: string): void {
    const entry = this.waiting.get(id);
    if (!entry) return;
    entry.again();
    const sent = this.socket(entry.message);
    if (!sent || entry.tries > 0) void this.overHttp(entry);
    const delay = Math.min(AT_MOST, AGAIN_AFTER * 2 ** Math.max(0, Math.min(entry.tries - 1, 8)));
    entry.tries++;
    entry.again = this.environment.after(delay * (0.75 + this.environment.random() / 2), () => this.attempt(id));
  }

  private async overHttp(entry: Entry): Promise<void> {
    if (!this.http || entry.onHttp) return;
    entry.onHttp = true;
    try {
      this.acknowledge({ ...(await this.http(entry.message)), id: entry.message.id });
    } catch {
      // It may be tried again, and will be: the timer of the entry runs.
    } finally {
      entry.onHttp = false;
    }
  }
}
