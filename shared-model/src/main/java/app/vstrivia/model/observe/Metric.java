package app.vstrivia.model.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * An entry of a list of figures, and the one way to get at its meters. The values of tags come in the order of the tags. Where
 * something happens often, ask once and keep what comes: asking makes objects.
 */
public interface Metric {
    Figure figure();

    /** Its counter, made if it is not there yet. */
    default Counter counter(MeterRegistry registry, String... values) {
        return Counter.builder(figure().name())
                .description(figure().meaning())
                .tags(tags(values))
                .register(registry);
    }

    /** Its timer, made if it is not there yet. */
    default Timer timer(MeterRegistry registry, String... values) {
        return Timer.builder(figure().name())
                .description(figure().meaning())
                .tags(tags(values))
                .serviceLevelObjectives(Figure.BOUNDS)
                .register(registry);
    }

    /** From now on it tells what {@code value} says of {@code source}, which has to be kept by somebody. */
    default <T> void gauge(MeterRegistry registry, T source, ToDoubleFunction<T> value, String... values) {
        Gauge.builder(figure().name(), source, value)
                .description(figure().meaning())
                .tags(tags(values))
                .register(registry);
    }

    /** The same for what only grows. */
    default <T> void counter(MeterRegistry registry, T source, ToDoubleFunction<T> value, String... values) {
        FunctionCounter.builder(figure().name(), source, value)
                .description(figure().meaning())
                .tags(tags(values))
                .register(registry);
    }

    private List<Tag> tags(String... values) {
        List<String> names = figure().tags();
        if (names.size() != values.length) {
            throw new IllegalArgumentException(
                    figure().name() + " is told apart by " + names + ", not by " + values.length + " values");
        }
        List<Tag> tags = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            tags.add(Tag.of(names.get(i), values[i]));
        }
        return tags;
    }
}
