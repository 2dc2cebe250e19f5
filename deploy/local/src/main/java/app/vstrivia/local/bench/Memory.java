package app.vstrivia.local.bench;

import app.vstrivia.local.bench.account.JavaProcess;
import app.vstrivia.local.bench.account.ResidentMemory;
import app.vstrivia.local.bench.report.Figures;
import java.io.IOException;

/**
 * The memory of the realtime service at one moment: as it was, and after its garbage was collected.
 *
 * @param heapKb what the heap holds after the collection
 * @param metaspaceKb what the classes take
 */
record Memory(ResidentMemory asItWas, ResidentMemory collected, long heapKb, long metaspaceKb) {
    private static final ResidentMemory NONE = new ResidentMemory(0, 0, 0);

    static Memory of(BenchSystem system) throws IOException, InterruptedException {
        ResidentMemory before = NONE;
        ResidentMemory after = NONE;
        long heap = 0;
        long metaspace = 0;
        for (long pid : system.realtimePids()) {
            before = before.plus(ResidentMemory.of(pid));
            JavaProcess process = new JavaProcess(pid);
            process.collectGarbage();
            after = after.plus(ResidentMemory.of(pid));
            heap += process.heapUsed();
            metaspace += process.metaspaceUsed();
        }
        return new Memory(before, after, heap, metaspace);
    }

    /** What came on top of {@code earlier}, and where it is; per connection for what the connections account for. */
    Figures since(Memory earlier, double connections) {
        Figures figures = new Figures()
                .put("bytes_per_connection", perConnection(asItWas, earlier.asItWas, connections))
                .put("bytes_per_connection_collected", perConnection(collected, earlier.collected, connections))
                .put("heap_bytes_per_connection", (heapKb - earlier.heapKb) * 1024 / connections);
        earlier.account(figures, "before");
        account(figures, "after");
        return figures;
    }

    private static double perConnection(ResidentMemory now, ResidentMemory before, double connections) {
        return (now.resident() - before.resident()) * 1024 / connections;
    }

    private void account(Figures figures, String when) {
        figures.put(when + "_resident_kb", asItWas.resident())
                .put(when + "_resident_collected_kb", collected.resident())
                .put(when + "_anonymous_kb", collected.anonymous())
                .put(when + "_heap_kb", heapKb)
                .put(when + "_metaspace_kb", metaspaceKb)
                .put(when + "_threads", collected.threads());
    }
}
