package app.vstrivia.realtime.socket;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.identity.TokenClaims;
import app.vstrivia.realtime.platform.problem.Refusal;
import app.vstrivia.realtime.session.Caller;
import app.vstrivia.realtime.session.Revocations;
import app.vstrivia.realtime.wire.UpgradeGate;
import app.vstrivia.realtime.wire.Wires;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalInt;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Decides, after the token has been checked, whether a connection is opened, and keeps of the token what is needed. It comes
 * before the check of the endpoint's role, which refuses without a word.
 */
@ApplicationScoped
@Priority(Integer.MAX_VALUE)
class UpgradeCheck implements HttpUpgradeCheck {
    static final TypedKey<Caller> CALLER = new TypedKey<>(Caller.class.getName());
    static final TypedKey<UpgradeGate> GATE = new TypedKey<>(UpgradeGate.class.getName());

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int UNAVAILABLE = 503;
    private static final int SHORTEST_MS = 1_000;

    private final Admission admission;
    private final Revocations revocations;
    private final Wires wires;

    UpgradeCheck(Admission admission, Revocations revocations, Wires wires) {
        this.admission = admission;
        this.revocations = revocations;
        this.wires = wires;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        return context.securityIdentity().map(identity -> check(context, identity));
    }

    private CheckResult check(HttpUpgradeContext context, SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            throw new Refusal(UNAUTHORIZED);
        }
        if (!identity.hasRole(TriviaSocket.PLAYER)) {
            throw new Refusal(FORBIDDEN);
        }
        if (!isPlain(context.httpRequest())) {
            throw new Refusal(BAD_REQUEST);
        }
        Caller caller = caller(identity);
        if (expiresAtOnce(identity) || caller != null && revocations.concern(caller)) {
            throw new Refusal(UNAUTHORIZED);
        }
        OptionalInt later = admission.refusal();
        if (later.isPresent()) {
            context.httpRequest().response().putHeader("Retry-After", Integer.toString(later.getAsInt()));
            throw new Refusal(UNAVAILABLE);
        }
        if (caller != null) {
            context.userData().put(CALLER, caller);
        }
        UpgradeGate gate = wires.hold(context.httpRequest());
        if (gate != null) {
            context.userData().put(GATE, gate);
        }
        return CheckResult.permitUpgradeSync();
    }

    /** A request with a body, or of another version, would never become a socket. */
    private static boolean isPlain(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_1_1
                && request.method() == HttpMethod.GET
                && request.getHeader("Transfer-Encoding") == null
                && (request.getHeader("Content-Length") == null
                        || request.getHeader("Content-Length").equals("0"))
                && "13".equals(request.getHeader("Sec-WebSocket-Version"));
    }

    /** Such a token is accepted as the clocks may differ, but websockets-next cannot set its timer for it. */
    private static boolean expiresAtOnce(SecurityIdentity identity) {
        long expires = ((JsonWebToken) identity.getPrincipal()).getExpirationTime() * 1_000;
        return expires - System.currentTimeMillis() < SHORTEST_MS;
    }

    /** Null for a token that belongs to no device. */
    static Caller caller(SecurityIdentity identity) {
        JsonWebToken token = (JsonWebToken) identity.getPrincipal();
        String device = token.getClaim(TokenClaims.DEVICE);
        return device == null
                ? null
                : new Caller(
                        PlayerId.parse(token.getSubject()),
                        device,
                        TokenClaims.issuedAt(token.getClaim(TokenClaims.ISSUED), token.getIssuedAtTime()),
                        token.getExpirationTime() * 1_000);
    }
}
