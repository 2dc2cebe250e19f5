package app.vstrivia.api.access;

import app.vstrivia.api.identity.Roles;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Set;

/** The catalogue: every endpoint, and who may use it. */
final class AccessRules {
    static final Set<String> ANYONE = Set.of("anyone");
    private static final Set<String> PLAYER = Set.of(Roles.PLAYER);
    private static final Set<String> AUTHOR = Set.of(Roles.AUTHOR, Roles.ADMIN);
    private static final Set<String> MODERATOR = Set.of(Roles.MODERATOR, Roles.ADMIN);
    private static final Set<String> AUTHOR_OR_MODERATOR = Set.of(Roles.AUTHOR, Roles.MODERATOR, Roles.ADMIN);
    private static final Set<String> ADMIN = Set.of(Roles.ADMIN);

    private static final String ANSWER = "{\"id\":\"a\",\"round\":1,\"choices\":[0],\"elapsed\":1}";

    private static final String QUIZ = "{\"title\":\"Mine\",\"language\":\"en\"}";

    /** Nothing is sent there. */
    static final String WEBHOOK = "{\"url\":\"https://1.1.1.1/\",\"kinds\":[\"media.ready\"],\"enabled\":false}";

    static final List<AccessRule> ALL = List.of(
            // Who one is
            rule("GET /.well-known/jwks.json", ANYONE),
            rule("POST /v1/devices", ANYONE),
            rule("POST /v1/devices/link", ANYONE),
            rule("POST /v1/tokens", ANYONE),
            rule("POST /v1/tokens/refresh", ANYONE),
            rule("GET /v1/me", PLAYER),
            rule("PATCH /v1/me", PLAYER),
            rule("GET /v1/me/devices", PLAYER),
            rule("DELETE /v1/me/devices", PLAYER),
            rule("PATCH /v1/me/devices/{deviceId}", PLAYER)
                    .sending("{\"name\":\"Mine\"}")
                    .hidden(),
            rule("DELETE /v1/me/devices/{deviceId}", PLAYER).hidden(),
            rule("POST /v1/me/devices/link-codes", PLAYER),
            rule("POST /v1/me/devices/current/secret", PLAYER),
            rule("POST /v1/sign-in/nonces", ANYONE),
            rule("POST /v1/sign-in/{provider}", ANYONE),
            rule("GET /v1/me/identities", PLAYER),
            rule("POST /v1/me/identities", PLAYER),
            rule("DELETE /v1/me/identities/{identityId}", PLAYER).hidden(),
            rule("POST /v1/me/merge", PLAYER),
            rule("GET /v1/me/export", PLAYER),
            rule("DELETE /v1/me", PLAYER),

            // What there is to play with
            rule("GET /v1/config", ANYONE),
            rule("GET /v1/categories", ANYONE),
            rule("POST /v1/imports", AUTHOR).sendingFile(),
            rule("GET /v1/imports/{importId}", AUTHOR).hiddenBut("admin"),
            rule("DELETE /v1/imports/{importId}", AUTHOR).hiddenBut("admin"),
            rule("GET /v1/exports/questions", AUTHOR),
            rule("GET /v1/exports/questions/report", AUTHOR),
            rule("GET /v1/questions", AUTHOR),
            rule("GET /v1/questions/{questionId}", AUTHOR).ofNobody(),
            rule("GET /v1/questions/{questionId}/reports", ADMIN),
            rule("DELETE /v1/questions/{questionId}/reports", ADMIN),
            rule("PUT /v1/questions/{questionId}", ADMIN)
                    .sending("{\"type\":\"text\",\"text\":\"Who?\",\"answers\":[\"Ann\"],\"difficulty\":\"easy\","
                            + "\"source\":\"Us\",\"licence\":\"CC0-1.0\"}"),
            rule("PUT /v1/questions/{questionId}/status", ADMIN).sending("{\"status\":\"retired\"}"),
            rule("PUT /v1/questions/{questionId}/media", ADMIN)
                    .sending("{\"kind\":\"picture\",\"reference\":\"018f0000-0000-7000-8000-000000000001\"}"),
            rule("DELETE /v1/questions/{questionId}/media", ADMIN),

            // Quizzes
            rule("GET /v1/quizzes", AUTHOR),
            rule("POST /v1/quizzes", AUTHOR),
            rule("DELETE /v1/quizzes/trash", AUTHOR),
            rule("GET /v1/quizzes/{quizId}", AUTHOR).hidden(),
            rule("PUT /v1/quizzes/{quizId}", AUTHOR).sending(QUIZ).hidden(),
            rule("DELETE /v1/quizzes/{quizId}", AUTHOR).hidden(),
            rule("GET /v1/quizzes/{quizId}/preview", AUTHOR).hidden(),
            rule("POST /v1/quizzes/{quizId}/copies", AUTHOR).hidden(),
            rule("POST /v1/quizzes/{quizId}/restore", AUTHOR).hidden(),
            rule("GET /v1/quizzes/{quizId}/members", AUTHOR).hidden(),
            rule("PUT /v1/quizzes/{quizId}/members/{playerId}", AUTHOR)
                    .sending("{\"access\":\"viewer\"}")
                    .hidden(),
            rule("DELETE /v1/quizzes/{quizId}/members/{playerId}", AUTHOR).hidden(),
            rule("POST /v1/quizzes/{quizId}/publications", AUTHOR)
                    .sending("{\"revision\":1}")
                    .hidden(),
            rule("GET /v1/publications/{publicationId}", AUTHOR).hidden(),
            rule("DELETE /v1/publications/{publicationId}", AUTHOR).hidden(),
            rule("GET /v1/quizzes/{quizId}/versions", AUTHOR).hidden(),
            rule("GET /v1/quizzes/{quizId}/reports", AUTHOR_OR_MODERATOR).hiddenBut("admin", "moderator"),
            rule("DELETE /v1/quizzes/{quizId}/reports", AUTHOR).hidden(),
            rule("GET /v1/quizzes/{quizId}/current", PLAYER).ofNobody(),
            rule("PUT /v1/quizzes/{quizId}/current", AUTHOR)
                    .sending("{\"version\":1}")
                    .hidden(),
            rule("DELETE /v1/quizzes/{quizId}/current", AUTHOR_OR_MODERATOR).hiddenBut("admin", "moderator"),

            // Pictures and videos
            rule("GET /v1/media", PLAYER),
            rule("GET /v1/media/{mediumId}", PLAYER).hidden(),
            rule("DELETE /v1/media/{mediumId}", PLAYER).hidden(),
            rule("POST /v1/media/pictures", AUTHOR).sendingForm(),
            rule("POST /v1/media/pictures/base64", AUTHOR),
            rule("POST /v1/media/pictures/url", AUTHOR),
            rule("POST /v1/media/videos", AUTHOR),
            rule("POST /v1/media/videos/{mediumId}/completion", PLAYER).hidden(),
            rule("GET /v1/reviews", MODERATOR),
            rule("PUT /v1/reviews/{reviewId}", MODERATOR)
                    .sending("{\"decision\":\"refused\"}")
                    .ofNobody(),

            // Webhooks
            rule("GET /v1/webhooks", AUTHOR),
            rule("POST /v1/webhooks", AUTHOR),
            rule("GET /v1/webhooks/{webhookId}", AUTHOR).hidden(),
            rule("PUT /v1/webhooks/{webhookId}", AUTHOR).sending(WEBHOOK).hidden(),
            rule("DELETE /v1/webhooks/{webhookId}", AUTHOR).hidden(),
            rule("POST /v1/webhooks/{webhookId}/secrets", AUTHOR).hidden(),
            rule("POST /v1/webhooks/{webhookId}/test", AUTHOR).hidden(),
            rule("GET /v1/webhooks/{webhookId}/deliveries", AUTHOR).hidden(),
            rule("POST /v1/webhooks/{webhookId}/deliveries/replay", AUTHOR)
                    .sending("{\"since\":\"2026-01-01T00:00:00Z\"}")
                    .hidden(),
            rule("POST /v1/webhooks/{webhookId}/deliveries/{deliveryId}/replay", AUTHOR)
                    .hidden(),

            // Playing
            rule("POST /v1/matchmaking/tickets", PLAYER),
            rule("GET /v1/matchmaking/tickets/{id}", PLAYER).hidden(),
            rule("DELETE /v1/matchmaking/tickets/{id}", PLAYER).hidden(),
            rule("POST /v1/matchmaking/tickets/{id}/bot", PLAYER).hidden(),
            rule("GET /v1/matches/{matchId}", PLAYER).hidden(),
            rule("POST /v1/matches/{matchId}/answers", PLAYER).sending(ANSWER).hidden(),
            rule("PUT /v1/matches/{matchId}/rounds/{round}/report", PLAYER)
                    .sending("{\"reason\":\"unclear\"}")
                    .hidden(),
            rule("DELETE /v1/matches/{matchId}/players/me", PLAYER).hidden(),
            rule("POST /v1/rooms", PLAYER),
            rule("POST /v1/rooms/join", PLAYER),
            rule("POST /v1/rooms/{matchId}/start", PLAYER).hidden(),
            rule("POST /v1/rooms/{matchId}/pause", PLAYER).hidden(),
            rule("POST /v1/rooms/{matchId}/resume", PLAYER).hidden(),
            rule("POST /v1/rooms/{matchId}/skip", PLAYER).hidden(),
            rule("POST /v1/rooms/{matchId}/end", PLAYER).hidden(),
            rule("DELETE /v1/rooms/{matchId}/players/{playerId}", PLAYER).hidden(),

            // Running the system: objects of any player are an admin's business
            rule("POST /v1/players/{playerId}/revocation", ADMIN),
            rule("GET /v1/admin/players/{playerId}/roles", ADMIN),
            rule("PUT /v1/admin/players/{playerId}/roles/{role}", ADMIN),
            rule("DELETE /v1/admin/players/{playerId}/roles/{role}", ADMIN),
            rule("POST /v1/admin/claim-codes", ADMIN),
            rule("POST /v1/admin/claims", PLAYER),
            rule("GET /v1/admin/audit", ADMIN),
            rule("GET /v1/jobs/failed", ADMIN),
            rule("DELETE /v1/jobs/failed/{kind}/{thing}", ADMIN),
            rule("POST /v1/jobs/failed/{kind}/{thing}/repeat", ADMIN));

    private AccessRules() {}

    private static AccessRule rule(String name, Set<String> who) {
        return new AccessRule(name, who, ContentType.JSON, "{}", false, false, Set.of());
    }
}
