import { RealtimeClient, Refused, type Ack, type ConnectionState, type Hooks } from "../../main/typescript/realtime";
import { ensure, equal, runTogether, test } from "./testing";

interface Setting {
  url: string;
  player: string;
  match: string;
}

const ask = async <T>(path: string): Promise<T> => (await fetch(path)).json();
const PATIENCE = 30_000;

/** After so many ms the first question of a match is there. */
const STARTS_WITHIN = 6000;

/** A player's client, with all that it told. */
class Player {
  readonly acks: Ack[] = [];
  readonly kinds: string[] = [];
  readonly watched: { stream: string; kind: string }[] = [];
  readonly states: ConnectionState[] = [];
  joined = false;
  tokens = 0;
  lifetime = 900;
  readonly client: RealtimeClient;

  constructor(readonly setting: Setting) {
    const hooks: Hooks = {
      url: async () => setting.url,
      token: () => {
        this.tokens++;
        return ask<string>(`/token?${setting.player}&${this.tokens === 1 ? this.lifetime : 900}`);
      },
    };
    this.client = new RealtimeClient(hooks, {
      state: (state) => this.states.push(state),
      ack: (ack) => this.acks.push(ack),
      snapshot: (stream) => {
        if (stream === `match:${setting.match}`) this.joined = true;
        if (stream.startsWith("import:")) this.watched.push({ stream, kind: "snapshot" });
      },
      event: (stream, kind) => {
        if (stream === `match:${setting.match}`) this.kinds.push(kind);
        if (stream.startsWith("import:")) this.watched.push({ stream, kind });
      },
    });
  }

  static async join(): Promise<Player> {
    const player = new Player(await ask<Setting>("/match"));
    player.client.join(player.setting.match);
    player.client.start();
    return player;
  }

  line(order: "lose-sent" | "lose-received" | "cut"): Promise<boolean> {
    return ask<boolean>(`/line?${this.setting.match}&${order}`);
  }

  get state(): string {
    return this.states[this.states.length - 1]?.name ?? "none";
  }

  answer(): void {
    this.client.answer({ id: "my-answer", match: this.setting.match, round: 1, choices: [1], elapsed: 100 });
  }

  heard = (kind: string) => until(() => this.kinds.includes(kind), `no ${kind} among ${this.kinds}`);
  acked = () => until(() => this.acks.length > 0, "no ack");
}

async function until(condition: () => boolean, otherwise: string): Promise<void> {
  const limit = performance.now() + PATIENCE;
  while (!condition()) {
    if (performance.now() > limit) throw new Error(otherwise);
    await pause(20);
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** All that follows an answer, each once and in order. */
async function sawTheRest(player: Player): Promise<void> {
  await player.heard("finished");
  const all = ["round-announced", "round-opened", "round-sealed", "round-revealed", "finished"];
  equal(player.kinds, all.slice(all.indexOf(player.kinds[0])));
  await pause(2500);
  equal(player.acks.map(({ id, status }) => [id, status]), [["my-answer", "stored"]]);
  equal(await ask<number>(`/answers?${player.setting.match}`), 1, "answers in the database");
  player.client.stop();
}

test("an answer that was lost on its way is delivered after the reconnect, with one ack", async () => {
  const player = await Player.join();
  await player.heard("round-opened");
  await player.line("lose-sent");
  player.answer();
  await pause(200);
  equal(await ask<number>(`/answers?${player.setting.match}`), 0, "answers that arrived");
  await player.line("cut");
  await player.acked();
  await sawTheRest(player);
  equal(player.states.map(({ name }) => name), ["connecting", "open", "connecting", "open", "idle"]);
});

test("an ack that was lost on its way comes again after the reconnect, and the answer counts once", async () => {
  const player = await Player.join();
  await player.heard("round-opened");
  await player.line("lose-received");
  player.answer();
  for (let tries = 0; (await ask<number>(`/answers?${player.setting.match}`)) === 0; tries++) {
    ensure(tries < 200, "the answer does not arrive");
    await pause(25);
  }
  equal(player.acks, []);
  await player.line("cut");
  await player.acked();
  await sawTheRest(player);
});

test("what happens while the line is down is there after it", async () => {
  const player = await Player.join();
  await until(() => player.joined, "not joined");
  await player.line("lose-received");
  const before = player.kinds.length;
  await pause(STARTS_WITHIN);
  equal(player.kinds.length, before, "events over a line that loses them");
  await player.line("cut");
  await player.heard("round-opened");
  player.answer();
  await player.acked();
  await sawTheRest(player);
});

test("a watched stream is heard on after a break, each event once", async () => {
  const player = new Player(await ask<Setting>("/match"));
  const stream = await ask<string>(`/stream?${player.setting.player}`);
  const heard = (kinds: string[]) => {
    const told = () => player.watched.map(({ kind }) => kind);
    return until(() => JSON.stringify(told()) === JSON.stringify(kinds), `not ${kinds} but ${told()}`);
  };
  player.client.watch(stream);
  player.client.start();
  await heard(["snapshot"]);
  await ask(`/happens?${stream}`);
  await heard(["snapshot", "import-progress"]);
  await player.line("lose-received");
  await ask(`/happens?${stream}`);
  await player.line("cut");
  await ask(`/happens?${stream}`);
  await heard(["snapshot", "import-progress", "import-progress", "import-progress"]);
  player.client.unwatch(stream);
  await player.client.roundTrip();
  await ask(`/happens?${stream}`);
  await pause(1000);
  equal(player.watched.length, 4, "told after the end of the watching");
  player.client.stop();
});

test("a token is renewed on the open connection before it runs out", async () => {
  const player = new Player(await ask<Setting>("/match"));
  player.lifetime = 10;
  player.client.start();
  await until(() => player.state === "open", "not open");
  await until(() => player.tokens > 1, "no second token");
  await pause(5000);
  equal([player.tokens, player.states.map(({ name }) => name)], [2, ["connecting", "open"]]);
  player.client.stop();
});

test("a token that runs out costs no more than a reconnect", async () => {
  const player = new Player(await ask<Setting>("/match"));
  player.lifetime = 3;
  player.client.join(player.setting.match);
  player.client.start();
  await until(() => player.state === "open", "not open");
  await until(() => player.states.length >= 4, "not lost and found");
  equal([player.tokens, player.states.map(({ name }) => name)], [2, ["connecting", "open", "connecting", "open"]]);
  await player.heard("round-opened");
  player.client.stop();
});

test("the newer window plays, the older one says so", async () => {
  const older = await Player.join();
  await until(() => older.state === "open", "not open");
  const newer = new Player(older.setting);
  newer.client.start();
  await until(() => older.state === "refused", "the older window goes on");
  equal(older.states[older.states.length - 1], { name: "refused", refusal: "elsewhere" });
  await until(() => newer.state === "open", "the newer window is not open");
  await pause(1000);
  equal(newer.state, "open", "the newer window, later");
  older.client.stop();
  newer.client.stop();
});

test("the way there and back can be measured; who is not the host may not announce", async () => {
  const player = await Player.join();
  await until(() => player.joined, "not joined");
  const trip = await player.client.roundTrip();
  ensure(trip >= 0 && trip < 1000, `${trip} ms`);
  const fate = await player.client.announce(player.setting.match, "me!").catch((error: unknown) => error);
  ensure(fate instanceof Refused, "it was said");
  equal((fate as Refused).code, "forbidden");
  player.client.stop();
});

test("the server's clock is known within a second of the first hello", async () => {
  const player = await Player.join();
  await until(() => player.state === "open", "not open");
  await pause(500);
  const offset = player.client.clock.offset;
  ensure(Math.abs(offset) < 100, `both clocks are those of this machine, yet differ by ${offset} ms`);
  player.client.stop();
});

void runTogether();
