import { type FakeSocket, Scene, STREAM } from "./fakes";
import { equal, test } from "./testing";

/** A client that plays and was told to move at once: its old socket; the new one is `scene.socket`. */
async function moving(scene: Scene): Promise<FakeSocket> {
  const old = await scene.playing();
  old.say({ type: "move", within: 0 });
  await scene.environment.pass(0);
  return old;
}

test("on move the new socket is opened at a random moment within the time", async () => {
  const scene = new Scene();
  const socket = await scene.playing();
  scene.environment.chance = 0.4;
  socket.say({ type: "move", within: 10_000 });
  await scene.environment.pass(3999);
  equal(scene.environment.sockets.length, 1);
  await scene.environment.pass(1);
  equal(scene.environment.sockets.length, 2);
});

test("the old socket carries on until the new one has everything, and nothing is missed or doubled", async () => {
  const scene = new Scene();
  const old = await scene.playing();
  old.say(scene.event(1));
  old.say({ type: "move", within: 0 });
  await scene.environment.pass(0);
  const next = scene.socket;
  next.open();
  equal(next.sent, [{ type: "hello", resume: [{ stream: STREAM, epoch: 7, seq: 1 }] }]);
  next.say(scene.welcome());
  old.say(scene.event(2));
  scene.answer();
  equal([old.sentOf("answer").length, next.sentOf("answer").length], [1, 0]);
  next.say(scene.event(2));
  next.say({ type: "resumed" });
  equal([old.closedWith, next.sentOf("answer").length, scene.state], [1000, 1, "open"]);
  next.say(scene.event(3));
  equal(scene.events, ["e1", "e2", "e3"]);
  equal(scene.states.filter(({ name }) => name === "connecting").length, 1, "the player sees nothing of it");
});

test("what is joined over the old socket while the new one catches up is joined over the new one, too", async () => {
  const scene = new Scene();
  const old = await moving(scene);
  const next = scene.socket;
  next.open();
  next.say(scene.welcome());
  scene.client.join("late");
  old.say({ type: "snapshot", stream: "match:late", epoch: 3, seq: 4, data: {} });
  next.say({ type: "resumed" });
  equal([old.sentOf("join").length, next.sentOf("join").map(({ match }) => match)], [2, ["late"]]);
});

test("a client that displaced itself does not say that it plays elsewhere", async () => {
  const scene = new Scene();
  const old = await moving(scene);
  const next = scene.socket;
  next.open();
  old.break(4409);
  equal([scene.refusal, scene.state], [null, "connecting"]);
  next.say(scene.welcome());
  next.say({ type: "resumed" });
  equal([scene.state, scene.environment.sockets.length], ["open", 2]);
});

test("displaced by a socket that then failed, it comes back", async () => {
  const scene = new Scene();
  const old = await moving(scene);
  scene.socket.break();
  old.break(4409);
  equal([scene.refusal, scene.state], [null, "connecting"]);
  await scene.environment.pass(800);
  await scene.greet(scene.socket);
  equal(scene.state, "open");
});

test("after the move another window is told as ever", async () => {
  const scene = new Scene();
  await moving(scene);
  const next = await scene.greet(scene.socket);
  next.break(4409);
  equal(scene.refusal, "elsewhere");
});

test("while the new replica is not there the old socket stays, and the move is tried again", async () => {
  const scene = new Scene();
  const old = await moving(scene);
  scene.socket.break();
  equal([scene.state, old.closedWith], ["open", null]);
  await scene.environment.pass(400);
  equal(scene.environment.sockets.length, 3);
  await scene.greet(scene.socket);
  equal([scene.state, old.closedWith], ["open", 1000]);
});

test("an old socket that ends during the move leaves the rest to the new one", async () => {
  const scene = new Scene();
  const old = await moving(scene);
  old.break(1012);
  equal(scene.state, "connecting");
  await scene.live(await scene.greet(scene.socket), 30_000);
  equal([scene.state, scene.environment.sockets.length], ["open", 2]);
});

test("an end before the moment of the move is an ordinary break", async () => {
  const scene = new Scene();
  const old = await scene.playing();
  old.say({ type: "move", within: 60_000 });
  old.break(1012);
  await scene.environment.pass(200);
  const next = await scene.greet(scene.socket);
  await scene.live(next, 70_000);
  equal([scene.environment.sockets.length, scene.state], [2, "open"]);
});
