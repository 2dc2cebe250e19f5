/**
 * The socket's address as a page reaches it. A server that only knows itself as localhost is meant to be found
 * under the page's own host name, say from a phone on the same network; a page over TLS never opens a plain socket.
 */
export function socketAddress(configured: string, page: { hostname: string; protocol: string; origin: string }): string {
  const url = new URL(configured, page.origin.replace(/^http/, "ws"));
  const loopback = ["localhost", "127.0.0.1", "[::1]"];
  if (loopback.includes(url.hostname) && !loopback.includes(page.hostname)) url.hostname = page.hostname;
  if (page.protocol === "https:") url.protocol = "wss:";
  return url.toString();
}
