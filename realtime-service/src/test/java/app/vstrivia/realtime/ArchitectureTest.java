package app.vstrivia.realtime;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.model.architecture.HouseRules;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Who may import whom, and where things are. */
class ArchitectureTest {
    private static final String ROOT = "app.vstrivia.realtime";
    private static final String MATCH = ROOT + ".match";
    private static final String MACHINE = MATCH + ".machine";
    private static final JavaClasses CLASSES = HouseRules.classesOf(ROOT);

    /** Each may use those that come after it. */
    private static final List<String> ORDER = List.of("socket", "session", "match", "stream", "wire", "platform");

    /** The same within {@code match}. */
    private static final List<String> ORDER_IN_MATCH = List.of("answer", "view", "clock", "machine");

    @Test
    void theHouseRulesHold() {
        HouseRules.all().forEach(rule -> rule.check(CLASSES));
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        assertEquals(List.of(), HouseRules.unexplainedPackages(Path.of("src/main/java")));
    }

    @Test
    void everyPackageIsOnTheMap() {
        assertEquals(new TreeSet<>(ORDER), partsBelow(ROOT));
        assertEquals(new TreeSet<>(ORDER_IN_MATCH), partsBelow(MATCH));
    }

    @Test
    void packagesUseOnlyWhatComesAfterThem() {
        assertOrder(ROOT, ORDER);
        assertOrder(MATCH, ORDER_IN_MATCH);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    /** Rows are read where stores are; others may name what a transaction is made of. */
    @Test
    void onlyStoresSpeakSql() {
        noClasses()
                .that()
                .haveNameNotMatching(".*(Store|Rows)(\\$.*)?")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("io.vertx.sqlclient..", "io.vertx.mutiny.sqlclient..", "java.sql..")
                                .and(not(belongToAnyOf(Pool.class, SqlConnection.class))))
                .check(CLASSES);
    }

    @Test
    void theMachineKnowsNothingButTheRules() {
        classes()
                .that()
                .resideInAPackage(MACHINE)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "java.lang..",
                                "java.util..",
                                MACHINE,
                                "app.vstrivia.model.id",
                                "app.vstrivia.model.match",
                                "app.vstrivia.model.protocol")
                        .and(not(describe(
                                "beans",
                                type -> type.isAnnotatedWith("jakarta.enterprise.context.ApplicationScoped")))))
                .check(CLASSES);
    }

    /** What is random in a match follows from its nonce: a generator has a seed. */
    @Test
    void theMachineHasNeitherClockNorChance() {
        noClasses()
                .that()
                .resideInAPackage(MACHINE)
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callConstructor(SplittableRandom.class)
                .orShould()
                .dependOnClassesThat(belongToAnyOf(Random.class, SecureRandom.class, ThreadLocalRandom.class))
                .check(CLASSES);
    }

    private static void assertOrder(String root, List<String> order) {
        for (String part : order) {
            List<String> allowed = order.subList(order.indexOf(part), order.size());
            noClasses()
                    .that()
                    .resideInAPackage(root + "." + part + "..")
                    .should()
                    .dependOnClassesThat(describe("belong to parts other than " + allowed, used -> {
                        String name = partBelow(root, used);
                        return !name.isEmpty() && !allowed.contains(name);
                    }))
                    .check(CLASSES);
        }
    }

    private static TreeSet<String> partsBelow(String root) {
        TreeSet<String> parts = new TreeSet<>();
        CLASSES.forEach(type -> parts.add(partBelow(root, type)));
        parts.remove("");
        return parts;
    }

    /** The first package below {@code root}; empty for other code. */
    private static String partBelow(String root, JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(root + ".") ? name.substring(root.length() + 1).split("\\.", 2)[0] : "";
    }
}
