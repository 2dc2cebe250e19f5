package app.vstrivia.local.bench;

import app.vstrivia.local.bench.account.AllProcesses;
import app.vstrivia.local.bench.account.ProcessorTime;
import app.vstrivia.local.bench.load.Result;
import app.vstrivia.local.bench.population.Population;
import app.vstrivia.local.bench.report.Figures;
import app.vstrivia.local.client.Account;
import app.vstrivia.local.client.TriviaApi;
import app.vstrivia.local.client.TriviaClient;
import app.vstrivia.local.client.TriviaNetwork;
import app.vstrivia.local.terminal.Terminal;
import app.vstrivia.local.token.AdminToken;
import app.vstrivia.local.token.SigningKey;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Authors publish quizzes with pictures, one after the other, and watch that over the socket. S3 server and authors are in
 * this process.
 */
final class PublishRun {
    /** A connection may ask for so many streams without a pause. */
    private static final int WATCHED_BY_AUTHOR = 15;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int STEPS = 7;

    private final BenchSystem system;
    private final Population population;
    private final Map<String, String> options;
    private final Terminal progress;

    PublishRun(BenchSystem system, Population population, Map<String, String> options, Terminal progress) {
        this.system = system;
        this.population = population;
        this.options = options;
        this.progress = progress;
    }

    Result run() throws Exception {
        int warm = Integer.parseInt(options.get("warm"));
        int count = Integer.parseInt(options.get("count"));
        try (TriviaNetwork network = new TriviaNetwork();
                Authors authors = new Authors(network)) {
            List<String> pictures = pictures(authors, 0, Integer.parseInt(options.get("questions")));
            List<String> covers = pictures(authors, pictures.size(), warm + count);
            publish(authors, covers.subList(0, warm), pictures);
            List<Long> own = List.of(ProcessHandle.current().pid());
            Costs before = Costs.of(system);
            AllProcesses begin = AllProcesses.now();
            ProcessorTime self = ProcessorTime.of(own.get(0));
            List<Published> published = publish(authors, covers.subList(warm, warm + count), pictures);
            AllProcesses end = AllProcesses.now();
            Figures figures = times(published);
            figures.putAll(Costs.of(system).since(before, "publication", count));
            long around = ProcessorTime.of(own.get(0)).since(self);
            figures.put("s3_and_authors_cpu_us_per_publication", around / 1e3 / count);
            Set<Long> all = new HashSet<>(system.pids());
            all.addAll(own);
            figures.put("foreign_cpu_percent", end.foreignPercent(begin, all));
            return new Result("publication", count, figures, List.of());
        }
    }

    /** Different ones, which everybody may see. A quiz has a cover of its own: what was cut for one is not cut again. */
    private List<String> pictures(Authors authors, int first, int count) throws Exception {
        progress.line("  " + count + " pictures are made, and approved");
        List<String> pictures = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
            Account author = authors.next().account();
            ObjectNode body = TriviaApi.object().put("data", BenchPicture.base64(i));
            String id = author.call("POST", "/v1/media/pictures/base64", body)
                    .path("id")
                    .asText();
            awaitReady(author, id);
            authors.approve(id);
            pictures.add(id);
        }
        return pictures;
    }

    private static void awaitReady(Account author, String picture) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!author.call("GET", "/v1/media/" + picture, null)
                .path("status")
                .asText()
                .equals("ready")) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("a picture is not ready after " + PATIENCE);
            }
            Thread.sleep(20);
        }
    }

    /** One quiz for each cover. */
    private List<Published> publish(Authors authors, List<String> covers, List<String> pictures) throws Exception {
        List<Published> published = new ArrayList<>();
        for (int i = 0; i < covers.size(); i++) {
            TriviaClient author = authors.next();
            JsonNode quiz = author.account().call("POST", "/v1/quizzes", quiz(i, covers.get(i), pictures));
            published.add(publish(author, quiz.path("quizId").asText()));
        }
        return published;
    }

    private static ObjectNode quiz(int number, String cover, List<String> pictures) {
        ObjectNode quiz = TriviaApi.object()
                .put("title", "Quiz " + number)
                .put("language", "en")
                .put("cover", cover);
        for (int i = 0; i < pictures.size(); i++) {
            ObjectNode question = quiz.withArray("items").addObject().putObject("question");
            question.put("type", "single").put("text", "What is in picture " + i + " of quiz " + number + "?");
            for (int choice = 0; choice < 4; choice++) {
                question.withArray("choices")
                        .addObject()
                        .put("text", "Thing " + choice)
                        .put("correct", choice == i % 4);
            }
            question.putObject("media").put("kind", "picture").put("reference", pictures.get(i));
        }
        return quiz;
    }

    private static Published publish(TriviaClient author, String quiz) throws Exception {
        long asked = System.nanoTime();
        String stream = author.account()
                .call(
                        "POST",
                        "/v1/quizzes/" + quiz + "/publications",
                        TriviaApi.object().put("revision", 1))
                .path("stream")
                .asText();
        long accepted = System.nanoTime();
        author.sendRaw(message("watch", stream)
                .put("id", stream.substring(stream.indexOf(':') + 1))
                .toString());
        Watched watched = Watched.of(author, stream, PATIENCE);
        author.sendRaw(message("unwatch", stream).toString());
        if (!watched.outcome().equals("published")) {
            throw new IllegalStateException("a quiz was not published: " + watched.outcome());
        }
        return new Published(stream, accepted - asked, watched.heardAt() - asked);
    }

    private static ObjectNode message(String type, String stream) {
        return TriviaApi.object().put("type", type).put("stream", stream);
    }

    private Figures times(List<Published> published) throws Exception {
        Figures figures = new Figures();
        add(
                figures,
                "accepted",
                published.stream().mapToLong(Published::acceptedNs).toArray());
        add(
                figures,
                "published",
                published.stream().mapToLong(Published::publishedNs).toArray());
        Map<Integer, List<Long>> steps = new TreeMap<>();
        for (long[] moments : moments(published)) {
            for (int step = 1; step <= STEPS; step++) {
                steps.computeIfAbsent(step, none -> new ArrayList<>()).add((moments[step + 1] - moments[step]) * 1_000);
            }
        }
        steps.forEach((step, nanos) -> add(
                figures,
                "step_" + step,
                nanos.stream().mapToLong(Long::longValue).toArray()));
        return figures;
    }

    /** Of each publication when its events were written, by their seq, in µs. */
    private List<long[]> moments(List<Published> published) throws Exception {
        Map<String, long[]> moments = new TreeMap<>();
        for (String line :
                population.moments(published.stream().map(Published::stream).toList())) {
            String[] words = line.split(" ");
            moments.computeIfAbsent(words[0], stream -> new long[STEPS + 3])[Integer.parseInt(words[1])] =
                    Long.parseLong(words[2]);
        }
        return List.copyOf(moments.values());
    }

    private static void add(Figures figures, String name, long[] nanos) {
        Arrays.sort(nanos);
        figures.put(name + "_p50_us", percentile(nanos, 50) / 1e3)
                .put(name + "_p99_us", percentile(nanos, 99) / 1e3)
                .put(name + "_max_us", nanos[nanos.length - 1] / 1e3);
    }

    private static long percentile(long[] sorted, int percent) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.max(0, Math.ceil(sorted.length * percent / 100.0) - 1))];
    }

    /** How long one took, from the request on. */
    private record Published(String stream, long acceptedNs, long publishedNs) {}

    /** Authors on their sockets, each for some quizzes. */
    private final class Authors implements AutoCloseable {
        private final TriviaApi api;
        private final SigningKey key;
        private TriviaClient present;
        private int used;

        Authors(TriviaNetwork network) throws Exception {
            this.api = new TriviaApi(network, system.system().apiUri());
            this.key = SigningKey.read(system.system().signingKeyFile());
        }

        TriviaClient next() throws Exception {
            if (present == null || ++used > WATCHED_BY_AUTHOR) {
                close();
                present = TriviaClient.register(
                        api, "Author", () -> system.system().socketUri(0));
                used = 0;
                api.call("PUT", "/v1/admin/players/" + present.playerId() + "/roles/author", admin(), null);
                present.connect();
                present.await(frame -> frame.type().equals("resumed"), PATIENCE);
            }
            return present;
        }

        void approve(String medium) {
            api.call("PUT", "/v1/reviews/" + medium, admin(), TriviaApi.object().put("decision", "approved"));
        }

        private String admin() {
            return AdminToken.mint(key, Instant.now());
        }

        @Override
        public void close() {
            if (present != null) {
                present.close();
            }
        }
    }
}
