import type { Ack, ClientMessage, Position, ProtocolError, Result, ServerMessage } from "./protocol";
import type { ServerClock } from "./clock";
import { Backoff } from "./backoff";
import { closing } from "./closing";
import { Positions } from "./positions";

export type ConnectionState =
  | { name: "idle" }
  | { name: "connecting"; since: number }
  | { name: "open" }
  | { name: "refused"; title: string; advice: string };

/** What a connection needs from outside: where to go and with which token. */
export interface Door {
  url(): Promise<string>;
  token(fresh: boolean): Promise<string>;
}

export interface Listener {
  state(state: ConnectionState): void;
  snapshot(stream: string, data: unknown): void;
  event(stream: string, kind: string, data: unknown): void;
  ready(): void;
  ack(ack: Ack): void;
  result(result: Result): void;
  error(error: ProtocolError): void;
}

const ANSWER_TO_PROBE = 4000;
const HANDSHAKE = 8000;

/**
 * One socket that is always there: it says hello, resumes its streams, measures the clock, notices silence and comes
 * back with full jitter. Nothing here knows the page or the game.
 */
export class Connection {
  private socket: WebSocket | null = null;
  private readonly positions = new Positions();
  private readonly backoff = new Backoff();
  private readonly joins = new Map<string, string>();
  private state: ConnectionState = { name: "idle" };
  private heartbeat = 25_000;
  private beat = 0;
  private deadline = 0;
  private retry = 0;
  private renewed = 0;
  private wanted = false;
  private welcomed = false;

  constructor(
    private readonly door: Door,
    private readonly clock: ServerClock,
    private readonly listener: Listener,
  ) {}

  start(): void {
    if (this.wanted && this.state.name !== "refused") return;
    this.wanted = true;
    void this.connect();
  }

  stop(): void {
    this.wanted = false;
    this.drop();
    this.turn({ name: "idle" });
  }

  /** The page is visible again, or the network changed: find out now, not at the next heartbeat. */
  wake(): void {
    if (!this.wanted || this.state.name === "refused") return;
    if (this.welcomed) this.probe();
    else if (this.retry) void this.connect();
  }

  join(match: string): void {
    const stream = `match:${match}`;
    this.joins.set(stream, match);
    if (this.welcomed) this.send({ type: "join", id: `join-${match}`.slice(0, 36), match });
  }

  part(match: string): void {
    this.joins.delete(`match:${match}`);
    this.positions.forget(`match:${match}`);
  }

  /** Whether the message left; false while there is no greeted socket. */
  send(message: ClientMessage): boolean {
    if (!this.socket || this.socket.readyState !== WebSocket.OPEN) return false;
    if (!this.welcomed && message.type !== "hello") return false;
    this.socket.send(JSON.stringify(message));
    return true;
  }

  private async connect(): Promise<void> {
    this.drop();
    if (this.state.name !== "connecting") this.turn({ name: "connecting", since: Date.now() });
    this.deadline = setTimeout(() => this.lost(1006), HANDSHAKE) as unknown as number;
    try {
      // A refused upgrade looks like a lost one: after two failures the token is under suspicion as well.
      const fresh = this.backoff.failures === 2;
      const [url, token] = await Promise.all([this.door.url(), this.door.token(fresh)]);
      if (this.wanted && !this.socket) this.dial(url, token);
    } catch {
      this.lost(1006);
    }
  }

  private dial(url: string, token: string): void {
    const bearer = `quarkus-http-upgrade#Authorization#${encodeURIComponent(`Bearer ${token}`)}`;
    const socket = new WebSocket(url, ["trivia.v1", "bearer-token-carrier", bearer]);
    this.socket = socket;
    socket.onopen = () => this.send({ type: "hello", resume: this.positions.list() });
    socket.onmessage = (frame) => this.socket === socket && this.receive(frame.data);
    socket.onclose = (close) => this.socket === socket && this.lost(close.code);
  }

  private receive(frame: string): void {
    this.heard();
    const message = JSON.parse(frame) as ServerMessage;
    switch (message.type) {
      case "welcome":
        return this.welcome(message.now, message.heartbeat);
      case "snapshot":
        this.positions.set(message);
        return this.listener.snapshot(message.stream, message.data);
      case "event":
        return this.follow(message, message.kind, message.data);
      case "resumed":
        this.backoff.reset();
        return this.listener.ready();
      case "heartbeat":
        return message.sent ? this.clock.echoed(message.now, message.sent) : undefined;
      case "move":
        setTimeout(() => this.wanted && this.connect(), Math.random() * message.within);
        return;
      case "ack":
        return this.listener.ack(message);
      case "result":
        return this.listener.result(message);
      case "error":
        return this.listener.error(message);
    }
  }

  private welcome(now: number, heartbeat: number): void {
    this.welcomed = true;
    this.heartbeat = heartbeat > 0 ? heartbeat : this.heartbeat;
    this.clock.greeted(now);
    this.turn({ name: "open" });
    this.heard();
    for (const [stream, match] of this.joins) if (!this.positions.has(stream)) this.join(match);
    for (const pause of [0, 250, 1000]) setTimeout(() => this.echo(), pause);
    clearInterval(this.beat);
    this.beat = setInterval(() => this.probe(), this.heartbeat) as unknown as number;
  }

  private follow(position: Position, kind: string, data: unknown): void {
    const step = this.positions.step(position);
    if (step === "next") return this.listener.event(position.stream, kind, data);
    if (step === "gap") {
      const from = this.positions.get(position.stream);
      if (from) this.send({ type: "resume", ...from });
      else if (this.joins.has(position.stream)) this.join(this.joins.get(position.stream)!);
    }
  }

  private echo(): void {
    this.send({ type: "heartbeat", sent: Date.now() });
  }

  private probe(): void {
    this.send({ type: "heartbeat", sent: Date.now(), streams: this.positions.list() });
    clearTimeout(this.deadline);
    this.deadline = setTimeout(() => this.lost(1006), ANSWER_TO_PROBE) as unknown as number;
  }

  private heard(): void {
    if (!this.welcomed) return;
    clearTimeout(this.deadline);
  }

  private lost(code: number): void {
    this.drop();
    if (!this.wanted) return;
    const verdict = closing(code);
    // A token that ran out is renewed once; a second refusal within a minute is meant.
    if (code === 4401 && Date.now() - this.renewed > 60_000) {
      this.renewed = Date.now();
      void this.door.token(true).then(() => this.connect(), () => this.lost(1006));
      return this.turn({ name: "connecting", since: Date.now() });
    }
    if (!verdict.comeBack) return this.turn({ name: "refused", title: verdict.title, advice: verdict.advice });
    if (this.state.name !== "connecting") this.turn({ name: "connecting", since: Date.now() });
    this.retry = setTimeout(() => this.connect(), this.backoff.next()) as unknown as number;
  }

  private drop(): void {
    clearTimeout(this.retry);
    clearTimeout(this.deadline);
    clearInterval(this.beat);
    this.retry = 0;
    this.welcomed = false;
    const socket = this.socket;
    this.socket = null;
    if (socket && socket.readyState <= WebSocket.OPEN) socket.close(1000);
  }

  private turn(state: ConnectionState): void {
    this.state = state;
    this.listener.state(state);
  }
}
