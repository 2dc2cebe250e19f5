import { Scene, type FakeSocket } from "./fakes";
import { equal, test } from "./testing";

const IMPORT = "import:018f0000-0000-7000-8000-0000000000ee";

const event = (seq: number, kind = `e${seq}`) => ({ type: "event", stream: IMPORT, epoch: 3, seq, kind, data: {} });
const snapshot = (seq: number) => ({ type: "snapshot", stream: IMPORT, epoch: 3, seq, data: { events: [] } });

/** Connected, and watching from position 0. */
async function watching(scene: Scene): Promise<FakeSocket> {
  scene.client.watch(IMPORT);
  const socket = await scene.open();
  socket.say(snapshot(0));
  return socket;
}

async function reconnect(scene: Scene, socket: FakeSocket): Promise<FakeSocket> {
  socket.break();
  await scene.environment.pass(400);
  return scene.greet(scene.socket);
}

test("a stream is watched once that is allowed, and resumed from its position after a break", async () => {
  const scene = new Scene();
  const socket = await watching(scene);
  equal(socket.sentOf("watch").map(({ stream }) => stream), [IMPORT]);
  socket.say(event(1));

  const again = await reconnect(scene, socket);

  equal(again.sent[0], { type: "hello", resume: [{ stream: IMPORT, epoch: 3, seq: 1 }] });
  equal(again.sentOf("watch"), []);
  again.say(event(1));
  again.say(event(2));
  equal(scene.events, ["e1", "e2"]);
});

test("what was not there yet before a break is watched after it", async () => {
  const scene = new Scene();
  const socket = await scene.open();
  scene.client.watch(IMPORT);
  const again = await reconnect(scene, socket);
  equal(again.sentOf("watch").map(({ stream }) => stream), [IMPORT]);
  again.say(snapshot(4));
  equal(scene.snapshots, [{ events: [] }]);
});

test("a hole in a watched stream is asked for", async () => {
  const scene = new Scene();
  const socket = await watching(scene);
  socket.say(event(2));
  equal(socket.sentOf("resume"), [{ type: "resume", stream: IMPORT, epoch: 3, seq: 0 }]);
});

test("a stream that was unwatched is heard no more and not asked for", async () => {
  const scene = new Scene();
  const socket = await watching(scene);
  scene.client.unwatch(IMPORT);
  equal(socket.sentOf("unwatch"), [{ type: "unwatch", stream: IMPORT }]);
  socket.say(event(1));
  socket.say(snapshot(1));
  socket.say({ type: "unwatched", stream: IMPORT });
  const again = await reconnect(scene, socket);
  equal([scene.events, scene.snapshots.length, scene.notWatched], [[], 1, []]);
  equal([again.sent[0], again.sentOf("watch")], [{ type: "hello", resume: [] }, []]);
});

test("who changes their mind watches on, whatever is still under way", async () => {
  const scene = new Scene();
  const socket = await watching(scene);
  scene.client.unwatch(IMPORT);
  scene.client.watch(IMPORT);
  socket.say({ type: "unwatched", stream: IMPORT });
  socket.say(snapshot(7));
  socket.say(event(8));
  equal([scene.notWatched, scene.events], [[], ["e8"]]);
});

test("a stream that is withdrawn is told once, and not asked for again", async () => {
  const scene = new Scene();
  const socket = await watching(scene);
  socket.say({ type: "unwatched", stream: IMPORT });
  socket.say(event(1));
  const again = await reconnect(scene, socket);
  equal([scene.notWatched, scene.events], [[IMPORT], []]);
  equal([again.sent[0], again.sentOf("watch")], [{ type: "hello", resume: [] }, []]);
});

test("a watch that is not possible just now is tried again, one that never will be is told", async () => {
  const scene = new Scene();
  scene.client.watch(IMPORT);
  const socket = await scene.open();
  const [first] = socket.sentOf("watch");
  socket.say({ type: "error", code: "too-many", message: "", id: first.id });
  await scene.environment.pass(2000);
  const [, second] = socket.sentOf("watch");
  socket.say({ type: "error", code: "not-found", message: "", id: second.id });
  await scene.environment.pass(10_000);
  equal([socket.sentOf("watch").length, scene.notWatched], [2, [IMPORT]]);
});
