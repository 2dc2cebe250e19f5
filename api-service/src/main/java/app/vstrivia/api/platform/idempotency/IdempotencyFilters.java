package app.vstrivia.api.platform.idempotency;

import app.vstrivia.api.platform.idempotency.RecordStore.Claim;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Stands before and behind the methods that are {@link Idempotent}. */
class IdempotencyFilters {
    private static final String CLAIM = Claim.class.getName();
    private static final List<String> KEPT_HEADERS =
            List.of(HttpHeaders.LOCATION, HttpHeaders.CACHE_CONTROL, HttpHeaders.ETAG);

    private final Records records;
    private final ObjectMapper mapper;
    private final CurrentIdentityAssociation identity;

    IdempotencyFilters(Records records, ObjectMapper mapper, CurrentIdentityAssociation identity) {
        this.records = records;
        this.mapper = mapper;
        this.identity = identity;
    }

    /** Answers as before, or lets the request run under a claim. */
    @Idempotent
    @SuppressWarnings("deprecation") // What is said to replace readBody reads forms only.
    @ServerRequestFilter(readBody = true)
    public Uni<Response> begin(ContainerRequestContext request, ResourceInfo resource) {
        String text = request.getHeaderString(Idempotent.HEADER);
        if (text == null) {
            return Uni.createFrom().nullItem();
        }
        byte[] body = readsBody(resource.getResourceMethod()) ? bodyOf(request) : new byte[0];
        return caller(resource)
                .chain(caller -> records.begin(new IdempotencyKey(caller, operationOf(request), text), body))
                .map(outcome -> {
                    if (outcome.claim() == null) {
                        return responseOf(outcome.answer());
                    }
                    request.setProperty(CLAIM, outcome.claim());
                    return null;
                });
    }

    /** Keeps the answer of a request that ran under a claim. */
    @Idempotent
    @ServerResponseFilter
    public Uni<Void> end(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(CLAIM) instanceof Claim claim)) {
            return Uni.createFrom().voidItem();
        }
        return response.getStatus() / 100 == 2 ? records.keep(claim, answerOf(response)) : records.release(claim);
    }

    /** Methods that everybody may call do not ask who calls. */
    private Uni<String> caller(ResourceInfo resource) {
        if (resource.getResourceClass().isAnnotationPresent(PermitAll.class)
                || resource.getResourceMethod().isAnnotationPresent(PermitAll.class)) {
            return Uni.createFrom().item("");
        }
        return identity.getDeferredIdentity().map(who -> who.getPrincipal().getName());
    }

    private static String operationOf(ContainerRequestContext request) {
        return request.getMethod() + " " + request.getUriInfo().getPath();
    }

    /** Where no parameter takes the body the framework has not read it, and it means nothing. */
    private static boolean readsBody(Method method) {
        return Arrays.stream(method.getParameters())
                .map(Parameter::getAnnotations)
                .flatMap(Arrays::stream)
                .anyMatch(Valid.class::isInstance);
    }

    private static byte[] bodyOf(ContainerRequestContext request) {
        try {
            byte[] body = request.getEntityStream().readAllBytes();
            request.setEntityStream(new ByteArrayInputStream(body));
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private KeptAnswer answerOf(ContainerResponseContext response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT_HEADERS) {
            if (response.getHeaders().containsKey(name)) {
                headers.put(name, response.getHeaderString(name));
            }
        }
        MediaType type = response.getMediaType();
        if (type != null) {
            headers.put(HttpHeaders.CONTENT_TYPE, type.toString());
        }
        return new KeptAnswer(response.getStatus(), headers, bodyOf(response));
    }

    private String bodyOf(ContainerResponseContext response) {
        try {
            return response.hasEntity() ? mapper.writeValueAsString(response.getEntity()) : "";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response responseOf(KeptAnswer answer) {
        Response.ResponseBuilder response = Response.status(answer.status());
        answer.headers().forEach(response::header);
        if (!answer.body().isEmpty()) {
            response.entity(answer.body().getBytes(StandardCharsets.UTF_8));
        }
        return response.build();
    }
}
