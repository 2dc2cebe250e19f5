import type * as protocol from "./protocol";
import { ServerClock } from "./clock";
import { Connection, type ConnectionState, type Door, type Traffic } from "./connection";
import { browser, type Environment } from "./environment";
import type { Link } from "./link";
import { Outbox, type OverHttp } from "./outbox";
import { Positions } from "./positions";
import { Requests } from "./requests";
import { Watches } from "./watches";

/** What the client asks its application for. */
export interface Hooks extends Door {
  /** Sends an answer over HTTP while the socket does not get it through. */
  answer?: OverHttp;
}

/** What an application hears; each of them may be left out. */
export interface Listener {
  state?(state: ConnectionState): void;
  /** Replaces all that was known of a stream. */
  snapshot?(stream: string, data: unknown): void;
  /** The next event of a stream: each once, in order, without holes. */
  event?(stream: string, kind: string, data: unknown): void;
  /** What became of an answer: once for each. */
  ack?(ack: protocol.Ack): void;
  result?(result: protocol.Result): void;
  announcement?(announcement: protocol.Announcement): void;
  progress?(progress: protocol.Progress): void;
  presence?(presence: protocol.Presence): void;
  /** The match cannot be joined: it is not there, or not for this player. */
  cannotJoin?(match: string, code: string): void;
  /** The stream cannot be watched, or no longer: it is not there, or not for this player. */
  cannotWatch?(stream: string): void;
  error?(error: protocol.ProtocolError): void;
}

const JOIN_AGAIN = 1500;
const ONE_RESUME_IN = 2000;

/** A player's live connection: follows streams, delivers answers, knows the server's time. */
export class RealtimeClient implements Traffic {
  readonly clock: ServerClock;
  private readonly known = new Positions();
  private readonly joined = new Map<string, string>();
  private readonly joining = new Map<string, string>();
  private readonly watches = new Watches((message) => this.carrier?.send(message) ?? false);
  private readonly resuming = new Map<string, number>();
  private readonly connection: Connection;
  private readonly outbox: Outbox;
  private readonly requests: Requests;
  private lastJoin = 0;

  constructor(
    hooks: Hooks,
    private readonly listener: Listener,
    private readonly environment: Environment = browser(),
  ) {
    this.clock = new ServerClock(() => environment.now());
    this.connection = new Connection(environment, hooks, this.clock, this);
    this.requests = new Requests(environment);
    this.outbox = new Outbox(
      environment,
      (message) => this.carrier?.resumed === true && this.carrier.send(message),
      hooks.answer,
      (ack) => this.listener.ack?.(ack),
    );
  }

  /** Connects and stays connected. After a refusal: tries again. */
  start(): void {
    this.connection.start();
  }

  /** Ends the connection; answers without an ack are given up. What was joined is joined again by `start`. */
  stop(): void {
    this.outbox.clear();
    this.requests.clear();
    this.connection.stop();
  }

  /** Reads a match from a snapshot on, now and after every reconnect. */
  join(match: string): void {
    this.joined.set(streamOf(match), match);
    if (!this.carrier) return;
    const id = `j${++this.lastJoin}`;
    this.joining.set(id, match);
    this.carrier.send({ type: "join", id, match });
  }

  /** Reads it no more. */
  part(match: string): void {
    this.joined.delete(streamOf(match));
    this.known.forget(streamOf(match));
  }

  /** Reads any stream that the player may read from a snapshot on, now and after every reconnect. */
  watch(stream: string): void {
    this.watches.add(stream);
  }

  /** Reads it no more. */
  unwatch(stream: string): void {
    this.watches.remove(stream);
    this.known.forget(stream);
  }

  /** Delivers an answer, whatever happens to the connection; `ack` of the listener tells what became of it. */
  answer(answer: Omit<protocol.AnswerMessage, "type">): void {
    this.outbox.add({ type: "answer", ...answer });
  }

  /** Says something to everybody in a match; for its host. Rejects with `Refused` where it was not said. */
  announce(match: string, text: string): Promise<void> {
    return this.requests.make<protocol.ServerMessage>(
      (id) => this.carrier?.send({ type: "announce", id, match, text }) ?? false,
      (reply) => reply.type === "announcement" && reply.match === match && reply.text === text,
    );
  }

  /** Ms to the server and back. Rejects with `Refused` where nothing comes back. */
  async roundTrip(): Promise<number> {
    const sent = this.environment.now();
    let body = "";
    await this.requests.make<protocol.ServerMessage>(
      (id) => this.carrier?.send({ type: "ping", body: (body = `${id} ${sent}`) }) ?? false,
      (reply) => reply.type === "pong" && reply.body === body,
    );
    return this.environment.now() - sent;
  }

  // What the connection asks and tells.

  positions(): protocol.Position[] {
    return this.known.list();
  }

  state(state: ConnectionState): void {
    this.listener.state?.(state);
  }

  carriedBy(link: Link): void {
    this.joining.clear();
    this.resuming.clear();
    this.watches.carriedBy(link.named);
    // What was joined over the old link after the new one had said hello is not read over the new one.
    for (const [stream, match] of this.joined) if (!link.named.has(stream)) this.join(match);
  }

  resumed(): void {
    this.outbox.flush();
  }

  message(link: Link, message: protocol.ServerMessage): void {
    switch (message.type) {
      case "snapshot":
        return this.snapshot(message, message.data);
      case "event":
        return this.follow(link, message, message.kind, message.data);
      case "ack":
        return this.outbox.acknowledge(message);
      case "result":
        return this.listener.result?.(message);
      case "announcement":
        this.requests.replied(message);
        return this.listener.announcement?.(message);
      case "pong":
        return this.requests.replied(message);
      case "progress":
        return this.listener.progress?.(message);
      case "presence":
        return this.listener.presence?.(message);
      case "unwatched":
        return this.unwatched(message.stream);
      case "error":
        return this.error(message);
    }
  }

  private get carrier(): Link | null {
    return this.connection.carrier;
  }

  private snapshot(position: protocol.Position, data: unknown): void {
    if (!this.wants(position.stream)) return;
    this.known.set(position);
    this.resuming.delete(position.stream);
    this.listener.snapshot?.(position.stream, data);
  }

  private follow(link: Link, position: protocol.Position, kind: string, data: unknown): void {
    const step = this.known.step(position);
    if (step === "gap") return this.fill(link, position.stream);
    if (step === "known") return;
    this.resuming.delete(position.stream);
    this.listener.event?.(position.stream, kind, data);
  }

  /** Asks for what is missing, once: the events behind the hole are on their way and show the same hole. */
  private fill(link: Link, stream: string): void {
    const now = this.environment.now();
    const asked = this.resuming.get(stream);
    if (asked !== undefined && now - asked < ONE_RESUME_IN) return;
    const from = this.known.get(stream);
    if (!from && !this.wants(stream)) return;
    this.resuming.set(stream, now);
    const match = this.joined.get(stream);
    if (from) link.send({ type: "resume", ...from });
    else if (match !== undefined) this.join(match);
    else this.watches.ask(stream);
  }

  /** The own stream comes unasked. */
  private wants(stream: string): boolean {
    return stream.startsWith("player:") || this.joined.has(stream) || this.watches.has(stream);
  }

  private unwatched(stream: string): void {
    if (this.watches.ended(stream)) this.cannotWatch(stream);
  }

  private cannotWatch(stream: string): void {
    this.watches.drop(stream);
    this.known.forget(stream);
    this.listener.cannotWatch?.(stream);
  }

  private error(error: protocol.ProtocolError): void {
    const id = error.id ?? "";
    const match = this.joining.get(id);
    this.joining.delete(id);
    if (match !== undefined) return this.joinFailed(match, error.code);
    const watched = this.watches.refused(id);
    if (watched !== undefined) return this.watchFailed(watched, error.code);
    const answered = this.outbox.matchOf(id);
    if (answered !== undefined) {
      // The server does not know that this connection reads the match: the answer goes again behind the join.
      if (error.code === "out-of-phase") this.join(answered);
      return this.outbox.refuse(id, error.code);
    }
    this.requests.failed(id, error.code);
    this.listener.error?.(error);
  }

  private joinFailed(match: string, code: string): void {
    if (code === "not-found" || code === "forbidden") {
      this.part(match);
      return this.listener.cannotJoin?.(match, code);
    }
    this.soon(() => this.joined.has(streamOf(match)) && this.join(match));
  }

  private watchFailed(stream: string, code: string): void {
    if (code === "not-found" || code === "forbidden") return this.cannotWatch(stream);
    this.soon(() => this.watches.ask(stream));
  }

  private soon(task: () => void): void {
    this.environment.after(JOIN_AGAIN * (0.75 + this.environment.random() / 2), task);
  }
}

const streamOf = (match: string): string => `match:${match}`;
