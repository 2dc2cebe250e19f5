package app.vstrivia.api.access;

import io.restassured.http.ContentType;
import java.util.Set;

/**
 * Who may use an endpoint.
 *
 * @param name verb and path, as in {@link Endpoint}
 * @param who roles, or {@link AccessRules#ANYONE}
 * @param body what is sent along: one that is good enough to get as far as the object that the path names
 * @param hides whether objects of other players look as if there were none
 * @param shared whether what the path names is nobody's own
 * @param eyes the roles that see objects of others all the same
 */
record AccessRule(
        String name, Set<String> who, ContentType type, String body, boolean hides, boolean shared, Set<String> eyes) {
    String verb() {
        return name.split(" ")[0];
    }

    String path() {
        return name.split(" ")[1];
    }

    boolean namesAnObject() {
        return name.contains("{");
    }

    boolean allows(Set<String> groups) {
        return who.equals(AccessRules.ANYONE) || who.stream().anyMatch(groups::contains);
    }

    AccessRule sending(String json) {
        return new AccessRule(name, who, ContentType.JSON, json, hides, shared, eyes);
    }

    AccessRule sendingFile() {
        return new AccessRule(name, who, ContentType.BINARY, "no questions", hides, shared, eyes);
    }

    AccessRule sendingForm() {
        return new AccessRule(name, who, ContentType.MULTIPART, "no picture", hides, shared, eyes);
    }

    /** Whose objects are no business of others: whether there is such a one they do not learn. */
    AccessRule hidden() {
        return new AccessRule(name, who, type, body, true, shared, eyes);
    }

    /** The same, but for those with one of these roles. */
    AccessRule hiddenBut(String... roles) {
        return new AccessRule(name, who, type, body, true, shared, Set.of(roles));
    }

    /** What belongs to no player: whoever has the role may see it. */
    AccessRule ofNobody() {
        return new AccessRule(name, who, type, body, hides, true, eyes);
    }

    @Override
    public String toString() {
        return name;
    }
}
