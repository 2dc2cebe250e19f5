package app.vstrivia.model.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EdgeKeyTest {
    private static final String OLD = "the-old-value-0123456789";
    private static final String NEW = "the-new-value-0123456789";

    @Test
    void withoutASettingThereIsNoDoor() {
        assertEquals(Optional.empty(), key(null));
    }

    @Test
    void duringARotationBothValuesFit() {
        EdgeKey key = key("X-Edge", NEW, OLD).orElseThrow();

        assertTrue(key.fits(List.of(NEW)));
        assertTrue(key.fits(List.of(OLD)));
        assertEquals(NEW, key.value());
    }

    @Test
    void nothingElseFits() {
        EdgeKey key = key("X-Edge", NEW).orElseThrow();

        assertFalse(key.fits(List.of()));
        assertFalse(key.fits(List.of("")));
        assertFalse(key.fits(List.of(OLD)));
        assertFalse(key.fits(List.of(NEW + "x")));
        assertFalse(key.fits(List.of(NEW.substring(1))));
        assertFalse(key.fits(List.of("guess", NEW)), "a header that stands twice was put there by somebody else");
    }

    @Test
    void aDoorThatOnlySeemsLockedIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> key("X-Edge"));
        assertThrows(IllegalArgumentException.class, () -> key("X-Edge", "short"));
        assertThrows(IllegalArgumentException.class, () -> key("X-Edge", NEW, ""));
        assertThrows(IllegalArgumentException.class, () -> key("X-Edge", NEW, OLD, OLD));
        assertThrows(IllegalArgumentException.class, () -> key(null, NEW));
    }

    @Test
    void aKeyDoesNotShowItsValues() {
        assertFalse(key("X-Edge", NEW).orElseThrow().toString().contains(NEW));
    }

    private static Optional<EdgeKey> key(String header, String... values) {
        return EdgeKey.of(new EdgeConfig() {
            @Override
            public Optional<String> requiredHeader() {
                return Optional.ofNullable(header);
            }

            @Override
            public Optional<List<String>> requiredValues() {
                return values.length == 0 ? Optional.empty() : Optional.of(List.of(values));
            }

            @Override
            public Optional<String> strictTransportSecurity() {
                return Optional.empty();
            }
        });
    }
}
