package app.vstrivia.api.access;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A method that answers requests, as its code declares it.
 *
 * @param name verb and path: {@code GET /v1/me}
 * @param who the roles that may use it, {@link AccessRules#ANYONE}, or nothing where nobody has said it
 */
record Endpoint(String name, Set<String> who) {
    /** Of all of {@code types} that are resources, in the order of their names. */
    static List<Endpoint> of(Collection<Class<?>> types) {
        return types.stream()
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .flatMap(Endpoint::of)
                .sorted((one, other) -> one.name.compareTo(other.name))
                .toList();
    }

    private static Stream<Endpoint> of(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(verb -> new Endpoint(verb.value() + " " + path(method), who(method)));
    }

    private static String path(Method method) {
        String base = method.getDeclaringClass().getAnnotation(Path.class).value();
        Path own = method.getAnnotation(Path.class);
        return ("/" + base + "/" + (own == null ? "" : own.value()))
                .replaceAll("/+", "/")
                .replaceAll("(?<=.)/$", "");
    }

    /** What stands at the method counts, else what stands at its class. */
    private static Set<String> who(Method method) {
        Set<String> own = declared(method);
        return own.isEmpty() ? declared(method.getDeclaringClass()) : own;
    }

    private static Set<String> declared(AnnotatedElement element) {
        if (element.isAnnotationPresent(PermitAll.class)) {
            return AccessRules.ANYONE;
        }
        if (element.isAnnotationPresent(DenyAll.class)) {
            return Set.of("nobody");
        }
        if (element.isAnnotationPresent(Authenticated.class)) {
            return Set.of("authenticated");
        }
        RolesAllowed roles = element.getAnnotation(RolesAllowed.class);
        return roles == null ? Set.of() : Set.of(roles.value());
    }
}
