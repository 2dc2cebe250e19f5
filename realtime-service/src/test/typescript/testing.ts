/** Tests as sentences; what came of each is reported to the test that opened the page. */
const tests: { test: string; body: () => void | Promise<void> }[] = [];

export function test(sentence: string, body: () => void | Promise<void>): void {
  tests.push({ test: sentence, body });
}

type Verdict = { test: string; fault: string | null };

export async function run(): Promise<void> {
  const verdicts: Verdict[] = [];
  for (const one of tests) verdicts.push(await verdict(one));
  await report(verdicts);
}

/** For tests that wait a lot and share nothing. */
export async function runTogether(): Promise<void> {
  await report(await Promise.all(tests.map(verdict)));
}

async function verdict({ test, body }: (typeof tests)[number]): Promise<Verdict> {
  try {
    await body();
    return { test, fault: null };
  } catch (error) {
    return { test, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

const report = (verdicts: Verdict[]) => fetch("/report", { method: "POST", body: JSON.stringify(verdicts) });

export function equal(actual: unknown, expected: unknown, what = "value"): void {
  const [a, e] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== e) throw new Error(`${what}: expected ${e} but was ${a}`);
}

export function ensure(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}

/** Lets everything run that waits for nothing but promises. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}
