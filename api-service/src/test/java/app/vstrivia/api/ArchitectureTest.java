package app.vstrivia.api;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.model.architecture.HouseRules;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who may import whom, and where things are. */
class ArchitectureTest {
    private static final String ROOT = "app.vstrivia.api";
    private static final JavaClasses CLASSES = HouseRules.classesOf(ROOT);

    /** The features that a feature may use. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("platform", Set.of()),
            Map.entry(
                    "admin",
                    Set.of("platform", "audit", "config", "identity", "question", "match", "room", "matchmaking")),
            Map.entry("audit", Set.of("platform")),
            Map.entry("config", Set.of("platform")),
            Map.entry("identity", Set.of("platform", "audit")),
            Map.entry("job", Set.of("platform", "audit", "identity")),
            Map.entry("moderation", Set.of("platform", "audit", "identity")),
            Map.entry("webhook", Set.of("platform", "audit", "identity", "job")),
            Map.entry("media", Set.of("platform", "audit", "identity", "job", "moderation", "webhook")),
            Map.entry("privacy", Set.of("platform", "audit", "identity", "job", "media", "webhook")),
            Map.entry("question", Set.of("platform", "audit", "identity", "job", "media", "webhook")),
            Map.entry("quiz", Set.of("platform", "identity", "question")),
            Map.entry(
                    "publication",
                    Set.of(
                            "platform",
                            "audit",
                            "identity",
                            "job",
                            "media",
                            "moderation",
                            "question",
                            "quiz",
                            "webhook")),
            Map.entry("match", Set.of("platform", "identity", "question", "media")),
            Map.entry("room", Set.of("platform", "identity", "question", "quiz", "publication", "match")),
            Map.entry("matchmaking", Set.of("platform", "identity", "question", "match")));

    @Test
    void theHouseRulesHold() {
        HouseRules.all().forEach(rule -> rule.check(CLASSES));
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        List<Path> unexplained = HouseRules.unexplainedPackages(Path.of("src/main/java")).stream()
                .filter(path -> !path.endsWith("rest")) // HTTP only: the feature's own page says the rest
                .toList();

        assertEquals(List.of(), unexplained);
    }

    @Test
    void everyFeatureIsOnTheMap() {
        Set<String> features = CLASSES.stream()
                .map(ArchitectureTest::featureOf)
                .filter(feature -> !feature.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(new TreeSet<>(ALLOWED.keySet()), features);
    }

    @Test
    void featuresUseOnlyWhatTheyMay() {
        ALLOWED.forEach((feature, allowed) -> noClasses()
                .that()
                .resideInAPackage(ROOT + "." + feature + "..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe("belong to features beyond " + allowed, other -> {
                    String used = featureOf(other);
                    return !used.isEmpty() && !used.equals(feature) && !allowed.contains(used);
                }))
                .check(CLASSES));
    }

    @Test
    void featuresHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyStoresSpeakSql() {
        noClasses()
                .that()
                .haveNameNotMatching(".*Store(\\$.*)?")
                .and()
                .resideOutsideOfPackage("..platform.transaction..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx.sqlclient..", "io.vertx.mutiny.sqlclient..", "java.sql..", "io.agroal..")
                .check(CLASSES);
    }

    @Test
    void onlyStoresSpeakPanache() {
        noClasses()
                .that()
                .haveNameNotMatching(".*Store(\\$.*)?")
                .and()
                .areNotAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("io.quarkus.hibernate..", "org.hibernate..", "jakarta.persistence..")
                                // A use case may say where its session or transaction begins.
                                .and(not(type(WithSession.class)))
                                .and(not(type(WithTransaction.class))))
                .check(CLASSES);
    }

    @Test
    void onlyRestSpeaksHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..rest..", "..platform..")
                .and()
                .areNotAssignableTo(HttpProblem.class) // a problem names its status
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..")
                .check(CLASSES);
    }

    @Test
    void resourcesArePackagePrivate() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .notBePublic()
                .check(CLASSES);
    }

    /** The first package below the root; empty for other code. */
    private static String featureOf(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1).split("\\.", 2)[0] : "";
    }
}
