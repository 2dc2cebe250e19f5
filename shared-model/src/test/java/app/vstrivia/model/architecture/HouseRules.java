package app.vstrivia.model.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The rules that every module keeps. */
public final class HouseRules {
    private static final String MICROMETER = "io.micrometer.core.instrument.";
    private static final Set<String> LOOK_ON =
            Set.of("find", "get", "getMeters", "forEachMeter", "increment", "record", "count");

    private HouseRules() {}

    /** The classes of a module without its tests. */
    public static JavaClasses classesOf(String rootPackage) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages(rootPackage);
    }

    /** What holds everywhere. */
    public static List<ArchRule> all() {
        return List.of(
                namesSayWhatAThingIs(),
                noDrawers(),
                storesArePackagePrivate(),
                entitiesArePackagePrivate(),
                figuresStandInACatalogue());
    }

    private static ArchRule namesSayWhatAThingIs() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Data|Info)")
                .because("such a name says nothing about what a class is for");
    }

    private static ArchRule noDrawers() {
        return noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..misc..", "..impl..")
                .because("a drawer takes everything and explains nothing");
    }

    private static ArchRule storesArePackagePrivate() {
        return classes()
                .that()
                .haveSimpleNameEndingWith("Store")
                .should()
                .notBePublic()
                .allowEmptyShould(true)
                .because("the tables of a feature are its own affair");
    }

    private static ArchRule entitiesArePackagePrivate() {
        return classes()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .notBePublic()
                .allowEmptyShould(true)
                .because("the tables of a feature are its own affair");
    }

    private static ArchRule figuresStandInACatalogue() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("app.vstrivia.model.observe")
                .should()
                .callMethodWhere(describe("make a meter", HouseRules::makesMeter))
                .because("what is counted is listed, and Metric makes the meters");
    }

    private static boolean makesMeter(JavaMethodCall call) {
        return call.getTargetOwner().getName().startsWith(MICROMETER) && !LOOK_ON.contains(call.getName());
    }

    /** The packages of three files or more that do not say what they are for. */
    public static List<Path> unexplainedPackages(Path sources) throws IOException {
        try (Stream<Path> paths = Files.walk(sources)) {
            return paths.filter(Files::isDirectory)
                    .filter(HouseRules::isUnexplained)
                    .toList();
        }
    }

    private static boolean isUnexplained(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .toList();
            return names.size() >= 3 && !names.contains("package-info.java");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
