package app.vstrivia.api.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Work that does what a test says. */
@ApplicationScoped
class ScriptedJob implements Job {
    static final String KIND = "scripted";

    private final Map<String, IntFunction<Outcome>> scripts = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();

    /** @param script is given the number of the run, from 1 on */
    void script(String thing, IntFunction<Outcome> script) {
        scripts.put(thing, script);
    }

    int runs(String thing) {
        return runs.getOrDefault(thing, new AtomicInteger()).get();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String thing) {
        int run = runs.computeIfAbsent(thing, name -> new AtomicInteger()).incrementAndGet();
        return scripts.get(thing).apply(run);
    }
}
