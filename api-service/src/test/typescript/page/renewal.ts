/** How one tab comes by its next tokens. */
import { Api } from "../../../main/resources/web/app/client/api";
import { REFRESH, SIGN_IN, device, enter, keep, line, problem, report, stored, times, tokens } from "./browser";

type Seen = Record<string, unknown>;

async function counted(task: () => Promise<unknown>): Promise<Seen> {
  const before = [times(REFRESH), times(SIGN_IN)];
  const came = await problem(task());
  return { problem: came, refreshes: times(REFRESH) - before[0], signIns: times(SIGN_IN) - before[1] };
}

/** Every way in which the page finds out that its access token is not good any more. */
async function run(): Promise<Seen> {
  const credentials = await enter("Renewing");
  const seen: Seen = { player: device().playerId };
  const api = new Api(localStorage, () => undefined);

  keep({ ...tokens(), until: 0 });
  seen.expired = await counted(() => api.enter("Renewed once"));

  keep({ ...tokens(), accessToken: "not.a.token" });
  seen.refused = await counted(() => api.enter("Renewed twice"));

  await api.socketToken(false);
  seen.socket = await counted(() => api.socketToken(true));

  await credentials.token(tokens().accessToken);
  seen.socketAfterAnother = await counted(() => api.socketToken(true));

  // The service does what is asked, but the answer does not arrive.
  let lost = 2;
  line.instead = async (request, go) => {
    const answer = await go();
    if (request === REFRESH && lost-- > 0) throw new TypeError("the line is gone");
    return answer;
  };
  seen.answersLost = await counted(() => credentials.token(tokens().accessToken));
  line.instead = (request, go) => go();

  Object.defineProperty(navigator, "locks", { value: undefined });
  seen.withoutLocks = await counted(() => credentials.token(tokens().accessToken));

  keep({ ...tokens(), until: 0, refreshUntil: 0 });
  seen.ranOut = await counted(() => credentials.token());
  localStorage.removeItem("vstrivia.access");
  seen.neverHadOne = await counted(() => credentials.token());
  seen.name = JSON.parse(stored("device")!).name;
  return seen;
}

void run().then(report);
