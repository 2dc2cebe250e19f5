import type {
  Ack,
  Announcement,
  AnswerMessage,
  Cancel,
  ClientMessage,
  ConnectionState,
  Environment,
  Hooks,
  Listener,
  Presence,
  Progress,
  Socket,
} from "../../main/typescript/realtime";
import { RealtimeClient } from "../../main/typescript/realtime";
import { settle } from "./testing";

export const MATCH = "018f0000-0000-7000-8000-000000000001";
export const STREAM = `match:${MATCH}`;

/** One side of a socket; the test is the other. */
export class FakeSocket implements Socket {
  onopen: (() => void) | null = null;
  onmessage: ((frame: { data: string }) => void) | null = null;
  onclose: ((close: { code: number }) => void) | null = null;
  readonly sent: ClientMessage[] = [];
  closedWith: number | null = null;

  constructor(
    readonly url: string,
    readonly subprotocols: string[],
    readonly dialledAt: number,
  ) {}

  send(frame: string): void {
    this.sent.push(JSON.parse(frame));
  }

  close(code: number): void {
    this.closedWith = code;
  }

  open(): void {
    this.onopen?.();
  }

  say(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  break(code = 1006): void {
    this.onclose?.({ code });
  }

  sentOf<T extends ClientMessage["type"]>(type: T): Extract<ClientMessage, { type: T }>[] {
    return this.sent.filter((message): message is Extract<ClientMessage, { type: T }> => message.type === type);
  }
}

/** Time passes when the test says so; chance is what the test says. */
export class FakeEnvironment implements Environment {
  time = 1_000_000;
  chance = 0.5;
  seen = true;
  readonly sockets: FakeSocket[] = [];
  private timers: { at: number; task: () => void }[] = [];
  private readonly watchers = new Set<() => void>();

  now = (): number => this.time;
  random = (): number => this.chance;
  visible = (): boolean => this.seen;

  after(delay: number, task: () => void): Cancel {
    const timer = { at: this.time + delay, task };
    this.timers.push(timer);
    return () => (this.timers = this.timers.filter((other) => other !== timer));
  }

  dial(url: string, subprotocols: string[]): FakeSocket {
    const socket = new FakeSocket(url, subprotocols, this.time);
    this.sockets.push(socket);
    return socket;
  }

  watch(listener: () => void): Cancel {
    this.watchers.add(listener);
    return () => this.watchers.delete(listener);
  }

  /** Lets so many ms pass, with everything that is due in them. */
  async pass(ms: number): Promise<void> {
    const until = this.time + ms;
    await settle();
    for (;;) {
      const due = this.timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.timers = this.timers.filter((timer) => timer !== due);
      this.time = Math.max(this.time, due.at);
      due.task();
      await settle();
    }
    this.time = until;
  }

  /** Time passes without any timer: the device sleeps. */
  sleep(ms: number): void {
    this.time += ms;
  }

  async show(seen: boolean): Promise<void> {
    this.seen = seen;
    await this.changed();
  }

  async changed(): Promise<void> {
    for (const watcher of this.watchers) watcher();
    await settle();
  }

  get last(): FakeSocket {
    return this.sockets[this.sockets.length - 1];
  }
}

/** A client with everything around it, and what it told. */
export class Scene {
  readonly environment = new FakeEnvironment();
  readonly states: ConnectionState[] = [];
  readonly events: string[] = [];
  readonly snapshots: unknown[] = [];
  readonly acks: Ack[] = [];
  readonly announcements: Announcement[] = [];
  readonly progress: Progress[] = [];
  readonly presence: Presence[] = [];
  readonly notJoined: string[] = [];
  readonly notWatched: string[] = [];
  readonly tokens: boolean[] = [];
  readonly overHttp: AnswerMessage[] = [];
  http: (message: AnswerMessage) => Promise<Ack> = () => Promise.reject(new Error("offline"));
  token: (fresh: boolean) => Promise<string> = async () => `token-${this.tokens.length}`;
  readonly client: RealtimeClient;

  constructor() {
    const hooks: Hooks = {
      url: async () => "ws://test/v1/socket",
      token: (fresh) => {
        this.tokens.push(fresh);
        return this.token(fresh);
      },
      answer: (message) => {
        this.overHttp.push(message);
        return this.http(message);
      },
    };
    const listener: Listener = {
      state: (state) => this.states.push(state),
      snapshot: (_stream, data) => this.snapshots.push(data),
      event: (_stream, kind) => this.events.push(kind),
      ack: (ack) => this.acks.push(ack),
      announcement: (announcement) => this.announcements.push(announcement),
      progress: (progress) => this.progress.push(progress),
      presence: (presence) => this.presence.push(presence),
      cannotJoin: (match) => this.notJoined.push(match),
      cannotWatch: (stream) => this.notWatched.push(stream),
    };
    this.client = new RealtimeClient(hooks, listener, this.environment);
  }

  get socket(): FakeSocket {
    return this.environment.last;
  }

  get state(): string {
    return this.states[this.states.length - 1]?.name ?? "none";
  }

  get refusal(): string | null {
    const state = this.states[this.states.length - 1];
    return state?.name === "refused" ? state.refusal : null;
  }

  /** Connected, with everything there. */
  async open({ lifetime = 900_000 } = {}): Promise<FakeSocket> {
    this.client.start();
    await settle();
    return this.greet(this.socket, lifetime);
  }

  /** The server answers the hello of a socket. */
  async greet(socket: FakeSocket, lifetime = 900_000): Promise<FakeSocket> {
    socket.open();
    socket.say(this.welcome(lifetime));
    socket.say({ type: "resumed" });
    await settle();
    return socket;
  }

  welcome(lifetime = 900_000): object {
    const now = this.environment.time;
    return { type: "welcome", session: "s", player: "p", now, heartbeat: 25_000, expires: now + lifetime };
  }

  /** Connected and in the match, at position 0. */
  async playing(): Promise<FakeSocket> {
    this.client.join(MATCH);
    const socket = await this.open();
    socket.say({ type: "snapshot", stream: STREAM, epoch: 7, seq: 0, data: { match: MATCH } });
    return socket;
  }

  /** The server answers each heartbeat; says when they came, in ms from now. */
  async live(socket: FakeSocket, ms: number): Promise<number[]> {
    const from = this.environment.time;
    const at: number[] = [];
    let seen = socket.sentOf("heartbeat").length;
    for (let passed = 0; passed < ms; passed += 50) {
      await this.environment.pass(50);
      for (const { sent } of socket.sentOf("heartbeat").slice(seen)) {
        at.push(sent - from);
        socket.say({ type: "heartbeat", now: this.environment.time, sent });
      }
      seen = socket.sentOf("heartbeat").length;
    }
    return at;
  }

  event(seq: number, kind = `e${seq}`, epoch = 7): object {
    return { type: "event", stream: STREAM, epoch, seq, kind, data: {} };
  }

  answer(id = "a1"): void {
    this.client.answer({ id, match: MATCH, round: 1, choices: [1], elapsed: 5 });
  }

  ack(id = "a1", status = "stored"): object {
    return { type: "ack", id, status, match: MATCH, round: 1, answer: { choices: [1], elapsed: 5 } };
  }
}
