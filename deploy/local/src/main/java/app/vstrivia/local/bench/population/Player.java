package app.vstrivia.local.bench.population;

import java.util.UUID;

/** A player with an access token that outlives the benchmark. */
public record Player(UUID id, String name, String token) {}
