/**
 * How often something may be done. {@link app.vstrivia.api.platform.ratelimit.RateLimit} is the catalogue; an endpoint names
 * its limits with {@link app.vstrivia.api.platform.ratelimit.RateLimited}, and one that changes something and names none has
 * {@code WRITES}. What only the body tells is counted with {@link app.vstrivia.api.platform.ratelimit.RateLimits}.
 *
 * <p>The buckets are in Valkey, for all replicas together. While it is away, each limit says itself whether it lets
 * everybody pass or nobody; both is counted.
 *
 * <p>What must never happen: a limit that can be had a second time with another address or by asking another replica.
 */
package app.vstrivia.api.platform.ratelimit;
