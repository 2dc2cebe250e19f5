import { Scene } from "./fakes";
import { equal, settle, test } from "./testing";

/** Breaks every new socket, and says how long the client waited before each. */
async function waits(scene: Scene, times: number): Promise<number[]> {
  const { environment } = scene;
  const result: number[] = [];
  for (let time = 0; time < times; time++) {
    const from = environment.time;
    const before = environment.sockets.length;
    scene.socket.break();
    while (environment.sockets.length === before) await environment.pass(50);
    result.push(environment.last.dialledAt - from);
  }
  return result;
}

test("refused connections are tried again after a random part of a time that doubles", async () => {
  const scene = new Scene();
  await scene.open();
  scene.environment.chance = 0.75;
  equal(await waits(scene, 7), [300, 600, 1200, 2400, 4800, 6000, 6000]);
});

test("even the first attempt after a break is spread", async () => {
  const scene = new Scene();
  const socket = await scene.open();
  scene.environment.chance = 0.9;
  socket.break(1012);
  await scene.environment.pass(359);
  equal(scene.environment.sockets.length, 1);
  await scene.environment.pass(1);
  equal(scene.environment.sockets.length, 2);
});

test("the time starts anew once everything is there again", async () => {
  const scene = new Scene();
  await scene.open();
  await waits(scene, 3);
  await scene.greet(scene.socket);
  equal(await waits(scene, 1), [200]);
});

test("a server that takes the connection and says nothing is given up after 8 s", async () => {
  const scene = new Scene();
  scene.client.start();
  await settle();
  scene.socket.open();
  await scene.environment.pass(8000);
  equal([scene.socket.closedWith, scene.environment.sockets.length], [1000, 1]);
  await scene.environment.pass(400);
  equal(scene.environment.sockets.length, 2);
});

test("without an address or a token it is tried again", async () => {
  const scene = new Scene();
  scene.token = () => Promise.reject(new Error("no token"));
  scene.client.start();
  await scene.environment.pass(10_000);
  equal([scene.environment.sockets.length, scene.tokens.length > 3], [0, true]);
  scene.token = async () => "t";
  await scene.environment.pass(8000);
  equal(scene.environment.sockets.length, 1);
});

test("after two failures the token is under suspicion, once", async () => {
  const scene = new Scene();
  await scene.open();
  await waits(scene, 4);
  equal(scene.tokens, [false, false, true, false, false]);
});

test("1012, 1013, 4503, 4504 and 4505 come back by themselves", async () => {
  for (const code of [1012, 1013, 4503, 4504, 4505]) {
    const scene = new Scene();
    (await scene.open()).break(code);
    equal(scene.state, "connecting", String(code));
    await scene.environment.pass(400);
    equal(scene.environment.sockets.length, 2, `sockets after ${code}`);
  }
});

test("a token that ran out is replaced, and the client comes back", async () => {
  for (const code of [1008, 4401]) {
    const scene = new Scene();
    (await scene.open()).break(code);
    await scene.environment.pass(400);
    equal([scene.tokens, scene.environment.sockets.length], [[false, true], 2], String(code));
  }
});

test("a token that is refused twice in a minute is meant; one after an hour is not", async () => {
  const scene = new Scene();
  (await scene.open({ lifetime: 10_000_000 })).break(4401);
  await scene.environment.pass(400);
  (await scene.greet(scene.socket)).break(4401);
  equal(scene.refusal, "signed-out");

  const later = new Scene();
  (await later.open()).break(4401);
  await later.environment.pass(400);
  const second = await later.greet(later.socket, 10_000_000);
  later.environment.sleep(3_600_000);
  second.break(4401);
  equal(later.state, "connecting");
});

test("a close code that says so ends it, until the user wants to go on", async () => {
  const reasons: [number, string][] = [
    [4400, "not-understood"],
    [4403, "not-allowed"],
    [4408, "too-slow"],
    [4409, "elsewhere"],
    [4410, "revoked"],
    [4429, "too-much"],
  ];
  for (const [code, refusal] of reasons) {
    const scene = new Scene();
    (await scene.open()).break(code);
    await scene.environment.pass(60_000);
    await scene.environment.changed();
    equal([scene.refusal, scene.environment.sockets.length], [refusal, 1]);
    scene.client.start();
    await settle();
    await scene.greet(scene.socket);
    equal([scene.state, scene.environment.sockets.length], ["open", 2]);
  }
});

test("a hidden page does not hurry to come back; once it is seen it comes at once", async () => {
  const scene = new Scene();
  const socket = await scene.open();
  await scene.environment.show(false);
  scene.environment.chance = 0;
  socket.break();
  await scene.environment.pass(14_999);
  equal(scene.environment.sockets.length, 1);
  await scene.environment.pass(1);
  equal(scene.environment.sockets.length, 2);
  scene.socket.break();
  await scene.environment.show(true);
  equal(scene.environment.sockets.length, 3);
});

test("a device that is back online does not wait for the backoff", async () => {
  const scene = new Scene();
  await scene.open();
  await waits(scene, 5);
  scene.socket.break();
  const before = scene.environment.sockets.length;
  await scene.environment.changed();
  equal(scene.environment.sockets.length, before + 1);
  await scene.environment.changed();
  equal(scene.environment.sockets.length, before + 1, "a dial that is under way is left alone");
});

test("a client that was stopped does nothing any more", async () => {
  const scene = new Scene();
  const socket = await scene.playing();
  scene.answer();
  scene.client.stop();
  await scene.environment.pass(3_600_000);
  await scene.environment.changed();
  equal([socket.closedWith, scene.environment.sockets.length, scene.state], [1000, 1, "idle"]);
  equal([socket.sentOf("answer").length, scene.overHttp.length], [1, 0]);
});
