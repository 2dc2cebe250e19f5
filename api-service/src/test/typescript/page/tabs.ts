/** Tabs of one browser that all want another token at the same moment, several times. */
import { REFRESH, SIGN_IN, enter, problem, report, times } from "./browser";

const TABS = 2;
const ROUNDS = 3;

async function run(): Promise<unknown> {
  const tabs = new BroadcastChannel("tabs");
  let heard: { token: string; status: number; refreshes: number; signIns: number }[] = [];
  let next: () => void;
  const all = () => new Promise<void>((resolve) => ((heard = []), (next = resolve)));
  tabs.onmessage = ({ data }) => heard.push(data) === TABS && next();

  const credentials = await enter("Two Tabs");
  const ready = all();
  for (let i = 0; i < TABS; i++) open("/tab.html", "_blank", "noopener");
  await ready;
  let token = await credentials.token();
  const agreed: boolean[] = [];
  const good: boolean[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const answers = all();
    tabs.postMessage({ refused: token });
    const own = await credentials.token(token);
    await answers;
    agreed.push(own !== token && heard.every((one) => one.token === own));
    good.push(heard.every((one) => one.status === 200));
    token = own;
  }
  const sum = (of: "refreshes" | "signIns") => heard.reduce((all, one) => all + one[of], 0);
  const refreshes = times(REFRESH) + sum("refreshes");
  const signIns = times(SIGN_IN) + sum("signIns");
  return { rounds: ROUNDS, refreshes, signIns, agreed, good, after: await problem(credentials.token(token)) };
}

void run().then(report);
