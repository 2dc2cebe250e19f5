package app.vstrivia.api.platform.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What may be done at an address, for the {@code Allow} that belongs to 405 and that the framework does not give. */
@ApplicationScoped
class AllowedMethods {
    private final Map<Pattern, Set<String>> byAddress = new LinkedHashMap<>();

    AllowedMethods(BeanManager beans) {
        Map<String, Set<String>> byTemplate = new LinkedHashMap<>();
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path path = bean.getBeanClass().getAnnotation(Path.class);
            if (path != null) {
                for (Method method : bean.getBeanClass().getMethods()) {
                    collect(path.value(), method, byTemplate);
                }
            }
        }
        byTemplate.forEach((template, methods) -> byAddress.put(pattern(template), methods));
    }

    private static void collect(String prefix, Method method, Map<String, Set<String>> byTemplate) {
        Path path = method.getAnnotation(Path.class);
        String template = prefix + (path == null ? "" : "/" + path.value());
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                byTemplate
                        .computeIfAbsent(template.replaceAll("/+", "/"), key -> new TreeSet<>())
                        .add(verb.value());
            }
        }
    }

    private static Pattern pattern(String template) {
        return Pattern.compile("\\Q" + template.replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q") + "\\E/?");
    }

    /** The methods for the address {@code given}, with commas between them; empty if there are none. */
    String at(String given) {
        String address = given.startsWith("/") ? given : "/" + given;
        Set<String> methods = new TreeSet<>();
        byAddress.forEach((pattern, some) -> {
            if (pattern.matcher(address).matches()) {
                methods.addAll(some);
            }
        });
        return String.join(", ", methods);
    }
}
