package app.vstrivia.local.bench.report;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Figures in the order in which they were found. A name ends in its unit: {@code _us}, {@code _ms}, {@code _s},
 * {@code _per_s}, {@code _kb}, {@code _bytes}, {@code _percent}; one without a unit is a count.
 */
public final class Figures {
    private final Map<String, Double> values = new LinkedHashMap<>();

    @JsonAnySetter
    public Figures put(String name, double value) {
        values.put(name, value);
        return this;
    }

    public Figures putAll(Figures others) {
        values.putAll(others.values);
        return this;
    }

    public Map<String, Double> all() {
        return Collections.unmodifiableMap(values);
    }

    /** For JSON: counts without a point, everything else with three places. */
    @JsonAnyGetter
    Map<String, BigDecimal> rounded() {
        Map<String, BigDecimal> rounded = new LinkedHashMap<>();
        values.forEach((name, value) -> rounded.put(
                name, BigDecimal.valueOf(value).setScale(value == Math.rint(value) ? 0 : 3, RoundingMode.HALF_UP)));
        return rounded;
    }

    /** @throws IllegalArgumentException if there is no such figure */
    public double get(String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no figure " + name);
        }
        return value;
    }
}
