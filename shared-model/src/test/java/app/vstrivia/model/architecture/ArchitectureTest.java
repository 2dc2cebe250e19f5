package app.vstrivia.model.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = HouseRules.classesOf("app.vstrivia.model");

    @Test
    void theHouseRulesHold() {
        HouseRules.all().forEach(rule -> rule.check(CLASSES));
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        assertEquals(List.of(), HouseRules.unexplainedPackages(Path.of("src/main/java")));
    }
}
