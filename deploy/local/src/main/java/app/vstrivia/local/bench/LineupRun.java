package app.vstrivia.local.bench;

import app.vstrivia.embedded.EmbeddedMariaDb;
import app.vstrivia.local.bench.account.AllProcesses;
import app.vstrivia.local.bench.account.ProcessorTime;
import app.vstrivia.local.bench.load.Result;
import app.vstrivia.local.bench.population.Player;
import app.vstrivia.local.bench.population.Population;
import app.vstrivia.local.bench.population.QuestionBank;
import app.vstrivia.local.bench.report.Figures;
import app.vstrivia.local.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fills a bank, and lets the service's way of drawing and its rival draw from it in turn. */
final class LineupRun {
    /** It draws with the classes of the API, so it needs their libraries; it is compiled with the API's tests. */
    private static final String RACE = "app.vstrivia.api.question.lineup.LineupRace";

    private static final List<String> CONTENDERS = List.of("two_queries", "query_per_category", "by_tags");
    private static final int PLAYERS = 1_000;
    private static final int MATCHES = 30;

    private final BenchSystem system;
    private final Population population;
    private final Map<String, String> options;
    private final Terminal progress;
    private final Map<String, Map<String, ProcessorTime>> turn = new HashMap<>();
    private final Map<String, Long> used = new LinkedHashMap<>();
    private final Map<String, AllProcesses> machine = new HashMap<>();

    LineupRun(BenchSystem system, Population population, Map<String, String> options, Terminal progress) {
        this.system = system;
        this.population = population;
        this.options = options;
        this.progress = progress;
    }

    Result run(Path root, int clientCpu) throws Exception {
        Map<String, Object> job = job(filled());
        try (LoadProcess race = LoadProcess.start(job, system.file("job.json"), clientCpu, classPath(root), RACE)) {
            Result result = race.attend(checkpoint -> reached(checkpoint, race.pid()));
            addCosts(result.figures());
            addMachine(result.figures(), race.pid());
            return result;
        }
    }

    private static String classPath(Path root) throws IOException {
        Path api = root.resolve("api-service/target");
        if (!Files.isDirectory(api.resolve("test-classes"))) {
            throw new IOException("the tests of api-service are not compiled, and the rival is one of them");
        }
        return String.join(
                ":",
                api.resolve("test-classes").toString(),
                // Of its libraries' classes those that the build changed are in the program alone.
                api.resolve("api-service-runner.jar").toString(),
                api.resolve("lib") + "/*");
    }

    private List<Player> filled() throws IOException, SQLException {
        try (QuestionBank bank = system.questionBank()) {
            bank.fill(Integer.parseInt(options.get("questions")), progress);
            List<Player> players = population.players(PLAYERS);
            bank.play(players, MATCHES);
            return players;
        }
    }

    private Map<String, Object> job(List<Player> players) throws IOException {
        Map<String, Object> job = new LinkedHashMap<>();
        job.put("host", "127.0.0.1");
        job.put("port", system.system().database().port());
        job.put("database", "trivia");
        job.put("user", EmbeddedMariaDb.USER);
        job.put("password", system.databasePassword());
        job.put("language", QuestionBank.LANGUAGE);
        job.put("categories", QuestionBank.categories());
        job.put("tags", QuestionBank.TAGS);
        job.put(
                "players",
                players.stream().map(player -> player.id().toString()).toList());
        for (String number : List.of("rate", "warm", "seconds", "parts", "count")) {
            job.put(number, Integer.parseInt(options.get(number)));
        }
        return job;
    }

    private String reached(String checkpoint, long race) throws IOException {
        String[] words = checkpoint.split(" ");
        switch (words[0]) {
            case "begin", "end" -> machine.put(checkpoint, AllProcesses.now());
            case "from" -> turn.put(words[1], times(race));
            case "to" ->
                times(race)
                        .forEach((part, time) -> used.merge(
                                words[1] + "_" + part,
                                time.since(turn.get(words[1]).get(part)),
                                Long::sum));
            default -> throw new IOException("the drawing process is at an unknown place: " + checkpoint);
        }
        return "ok";
    }

    private Map<String, ProcessorTime> times(long race) throws IOException {
        return Map.of(
                "api", ProcessorTime.of(race),
                "database",
                        ProcessorTime.of(system.system().database().process().pid()));
    }

    private void addCosts(Figures figures) {
        Map<String, Double> all = new HashMap<>();
        for (String contender : CONTENDERS) {
            double lineups = figures.get(contender + "_lineups");
            for (String part : List.of("api", "database")) {
                double cost = used.get(contender + "_" + part) / 1e3 / lineups;
                figures.put(contender + "_" + part + "_cpu_us_per_lineup", cost);
                all.merge(contender, cost, Double::sum);
            }
            figures.put(contender + "_cpu_us_per_lineup", all.get(contender));
        }
        figures.put("rival_cpu_ratio", all.get(CONTENDERS.get(1)) / all.get(CONTENDERS.get(0)));
    }

    private void addMachine(Figures figures, long race) {
        Set<Long> own = new HashSet<>(system.pids());
        own.add(race);
        own.add(ProcessHandle.current().pid());
        figures.put("load_cpu_percent", machine.get("end").percent(race, machine.get("begin")));
        figures.put("foreign_cpu_percent", machine.get("end").foreignPercent(machine.get("begin"), own));
    }
}
