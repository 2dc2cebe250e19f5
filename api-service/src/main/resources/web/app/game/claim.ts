const CLAIM = /^#claim=([A-Za-z0-9_-]{43})$/;

/** What the operator's link for the first admin says (`/#claim=…`); it is taken out of the address, where others might read it. */
export function takeClaim(location: Location, history: History): string | null {
  const code = CLAIM.exec(location.hash)?.[1] ?? null;
  if (code) history.replaceState(null, "", location.pathname + location.search);
  return code;
}
