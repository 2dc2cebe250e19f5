package app.vstrivia.api.question.lineup;

import app.vstrivia.model.id.PlayerId;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.VertxOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mysqlclient.MySQLBuilder;
import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * The process of {@code deploy/local/bench lineups} that draws: with the classes of the service, but without the rest of it,
 * and with its rival in turn. It says at which checkpoint it is, waits for a line, and prints what it found.
 */
public final class LineupRace {
    /** Turns of each; what disturbs one for a while disturbs the other, too. */
    private static final int TURNS = 5;

    private static final long PATIENCE_NS = 30_000_000_000L;

    private final RaceJob job;
    private final Vertx vertx;
    private final BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private final Random random = new Random(7);
    private final List<Long> lags = Collections.synchronizedList(new ArrayList<>());

    private LineupRace(RaceJob job, Vertx vertx) {
        this.job = job;
        this.vertx = vertx;
    }

    public static void main(String[] arguments) throws IOException {
        ObjectMapper json = new ObjectMapper();
        RaceJob job = json.readValue(Path.of(arguments[0]).toFile(), RaceJob.class);
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        LineupStore store = new LineupStore(json);
        LineupRace race = new LineupRace(job, vertx);
        Map<String, Object> result = race.run(List.of(
                Contender.twoQueries(store, race.pool()),
                Contender.queryPerCategory(store, race.pool()),
                Contender.byTags(store, race.pool())));
        System.out.println("result " + json.writeValueAsString(result));
        System.out.flush();
        System.exit(0);
    }

    private Pool pool() {
        MySQLConnectOptions options = new MySQLConnectOptions()
                .setHost(job.host())
                .setPort(job.port())
                .setDatabase(job.database())
                .setUser(job.user())
                .setPassword(job.password())
                .setCharset("utf8mb4");
        return Pool.newInstance(MySQLBuilder.pool()
                .connectingTo(options)
                .with(new PoolOptions().setMaxSize(Contender.MOST_SESSIONS))
                .using(vertx.getDelegate())
                .build());
    }

    private Map<String, Object> run(List<Contender> contenders) throws IOException {
        for (Contender contender : contenders) {
            turn(contender, job.rate() * job.warm());
            contender.reset();
        }
        lags.clear();
        reach("begin");
        for (int turn = 0; turn < TURNS; turn++) {
            for (Contender contender : contenders) {
                reach("from " + contender.name);
                turn(contender, job.rate() * job.seconds() / TURNS);
                reach("to " + contender.name);
            }
        }
        reach("end");
        Map<String, Object> figures = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (Contender contender : contenders) {
            figures.put(contender.name + "_lineups", contender.times().length);
            figures.put(contender.name + "_sessions", contender.mostSessions());
            percentiles(figures, contender.name, contender.times());
            if (contender.failures() > 0) {
                problems.add(contender.failures() + " draws of " + contender.name + " failed: " + contender.failure());
            }
        }
        percentiles(
                figures,
                "send_lag",
                lags.stream().mapToLong(Long::longValue).sorted().toArray());
        return Map.of(
                "unit", "lineup", "units", contenders.get(0).times().length, "figures", figures, "problems", problems);
    }

    /** Draws when it is due, whether or not those before have come back; the time counts from then. */
    private void turn(Contender contender, int draws) throws IOException {
        int before = contender.settled();
        long begin = System.nanoTime() + 50_000_000;
        for (int i = 0; i < draws; i++) {
            long due = begin + i * 1_000_000_000L / job.rate();
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            Recipe recipe = contender.name.equals(Contender.BY_TAGS) ? recipeOfTags() : recipe();
            Audience audience = audience();
            vertx.runOnContext(() -> {
                lags.add(System.nanoTime() - due);
                contender
                        .draw(recipe, audience)
                        .subscribe()
                        .with(lineup -> settle(contender, lineup, recipe, due), failure -> settle(contender, failure));
            });
        }
        long patience = System.nanoTime() + PATIENCE_NS;
        while (settled(contender) - before < draws) {
            if (System.nanoTime() > patience) {
                throw new IOException(contender.name + " draws and does not come back");
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    private void settle(Contender contender, List<LineupQuestion> lineup, Recipe recipe, long due) {
        long took = System.nanoTime() - due;
        synchronized (contender) {
            boolean whole =
                    lineup.stream().map(LineupQuestion::questionId).distinct().count() == recipe.count();
            if (whole) {
                contender.done(took);
            } else {
                contender.failed(new IllegalStateException("a lineup of another size"));
            }
        }
    }

    private void settle(Contender contender, Throwable failure) {
        synchronized (contender) {
            contender.failed(failure);
        }
    }

    private int settled(Contender contender) {
        synchronized (contender) {
            return contender.settled();
        }
    }

    private Recipe recipe() {
        List<String> categories = new ArrayList<>(job.categories());
        Collections.shuffle(categories, random);
        return new Recipe(
                categories.subList(0, job.parts()).stream()
                        .map(category -> new RecipePart(List.of(category), null, job.count()))
                        .toList(),
                job.language());
    }

    /** As many questions, of two tags. */
    private Recipe recipeOfTags() {
        List<String> tags = new ArrayList<>(job.tags());
        Collections.shuffle(tags, random);
        return new Recipe(
                List.of(new RecipePart(null, null, job.parts() * job.count(), tags.subList(0, 2))), job.language());
    }

    private Audience audience() {
        int one = random.nextInt(job.players().size());
        int other = (one + 1 + random.nextInt(job.players().size() - 1))
                % job.players().size();
        return new Audience.Players(List.of(
                PlayerId.parse(job.players().get(one)),
                PlayerId.parse(job.players().get(other))));
    }

    private void reach(String checkpoint) throws IOException {
        System.out.println("at " + checkpoint);
        if (in.readLine() == null) {
            throw new IOException("the command has ended");
        }
    }

    private static void percentiles(Map<String, Object> figures, String name, long[] sorted) {
        if (sorted.length > 0) {
            figures.put(name + "_p50_us", percentile(sorted, 50) / 1e3);
            figures.put(name + "_p99_us", percentile(sorted, 99) / 1e3);
            figures.put(name + "_max_us", sorted[sorted.length - 1] / 1e3);
        }
    }

    /** The smallest that at least so many percent are not above. */
    private static long percentile(long[] sorted, int percent) {
        return sorted[(int) Math.max(0, Math.ceil(percent / 100.0 * sorted.length) - 1)];
    }
}
