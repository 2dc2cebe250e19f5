package app.vstrivia.api.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.identity.Roles;
import app.vstrivia.model.architecture.HouseRules;
import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue names every endpoint of the code, and says of each what its code says. */
class AccessCatalogueTest {
    /** What is wrong with the catalogue, or with these endpoints. */
    private static List<String> faults(Collection<Class<?>> types) {
        Map<String, AccessRule> rules =
                AccessRules.ALL.stream().collect(Collectors.toMap(AccessRule::name, Function.identity()));
        List<String> faults = new ArrayList<>();
        for (Endpoint endpoint : Endpoint.of(types)) {
            AccessRule rule = rules.remove(endpoint.name());
            if (endpoint.who().isEmpty()) {
                faults.add(endpoint.name() + " does not declare who may use it");
            }
            if (rule == null) {
                faults.add(endpoint.name() + " has no rule");
            } else if (!rule.who().equals(endpoint.who())) {
                faults.add(endpoint.name() + " is for " + endpoint.who() + " and its rule for " + rule.who());
            }
        }
        rules.keySet().stream().sorted().forEach(name -> faults.add(name + " has a rule and is not there"));
        return faults;
    }

    private static List<Class<?>> ours() {
        return HouseRules.classesOf("app.vstrivia.api").stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    }

    private static List<Class<?>> oursAnd(Class<?> another) {
        return Stream.<Class<?>>concat(ours().stream(), Stream.of(another)).toList();
    }

    @Test
    void everyEndpointHasARuleAndDeclaresIt() {
        assertEquals(List.of(), faults(ours()));
    }

    @Test
    void whatNamesAnObjectOfAPlayerHidesItFromOthers() {
        List<AccessRule> open = AccessRules.ALL.stream()
                .filter(rule -> rule.namesAnObject() && !rule.hides() && !rule.shared())
                .filter(rule ->
                        !rule.who().equals(Set.of(Roles.ADMIN)) && !rule.who().equals(AccessRules.ANYONE))
                .toList();

        assertEquals(List.of(), open);
    }

    @Test
    void aNewEndpointWithoutARuleIsFound() {
        assertEquals(List.of("GET /v1/novelties has no rule"), faults(oursAnd(WithoutRule.class)));
    }

    @Test
    void anEndpointThatDeclaresNothingIsFound() {
        assertEquals(
                List.of("POST /v1/me does not declare who may use it", "POST /v1/me has no rule"),
                faults(oursAnd(Undeclared.class)));
    }

    @Test
    void anEndpointThatIsMoreOpenThanItsRuleIsFound() {
        List<Class<?>> without = ours().stream()
                .filter(type -> !type.getSimpleName().equals("MeResource"))
                .toList();

        List<String> faults = faults(Stream.<Class<?>>concat(without.stream(), Stream.of(TooOpen.class))
                .toList());

        assertEquals(
                List.of(
                        "GET /v1/me is for [anyone] and its rule for [player]",
                        "PATCH /v1/me has a rule and is not there"),
                faults);
    }

    /** Interfaces, which nothing implements: they are not served. */
    @Path("/v1/novelties")
    @RolesAllowed(Roles.PLAYER)
    private interface WithoutRule {
        @GET
        String read();
    }

    @Path("/v1/me")
    private interface Undeclared {
        @POST
        String change();
    }

    @Path("/v1/me")
    @RolesAllowed(Roles.PLAYER)
    private interface TooOpen {
        @GET
        @PermitAll
        String read();
    }
}
