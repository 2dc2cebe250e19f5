package app.vstrivia.model.trace;

import io.quarkus.runtime.ShutdownEvent;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Traces without a service. */
public final class TestTraces {
    private TestTraces() {}

    /** What a collector gets of what is done with traces of that share. */
    public static List<TestSpan> spansOf(double share, Consumer<Traces> doing) throws IOException {
        try (TestCollector collector = TestCollector.start()) {
            Traces traces = new Traces(config(collector.address(), share));
            doing.accept(traces);
            traces.stop(new ShutdownEvent());
            return collector.spans();
        }
    }

    /** Those that nobody gets. */
    static Traces lost(double share) {
        return new Traces(config(URI.create("http://127.0.0.1:1/v1/traces"), share));
    }

    static TraceConfig config(URI endpoint, double share) {
        return new TraceConfig() {
            @Override
            public Optional<URI> endpoint() {
                return Optional.ofNullable(endpoint);
            }

            @Override
            public double share() {
                return share;
            }
        };
    }
}
