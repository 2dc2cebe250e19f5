package app.vstrivia.realtime.socket;

import app.vstrivia.model.protocol.ClientMessage;
import app.vstrivia.model.protocol.ErrorCode;
import app.vstrivia.model.protocol.ServerMessage;
import app.vstrivia.realtime.session.Caller;
import app.vstrivia.realtime.session.Revocations;
import app.vstrivia.realtime.session.Session;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts a newer access token in the place of the one that expires: checked as at the upgrade, and of the same device. */
@ApplicationScoped
class Renewal {
    private final TenantIdentityProvider tokens;
    private final Revocations revocations;

    Renewal(TenantIdentityProvider tokens, Revocations revocations) {
        this.tokens = tokens;
        this.revocations = revocations;
    }

    Uni<Void> renew(Conversation with, ClientMessage.Renew renew) {
        return tokens.authenticate(new AccessTokenCredential(renew.token()))
                .onFailure()
                .recoverWithNull()
                .chain(identity -> take(with, renew, identity));
    }

    private Uni<Void> take(Conversation with, ClientMessage.Renew renew, SecurityIdentity identity) {
        Caller newer = identity == null || identity.isAnonymous() ? null : UpgradeCheck.caller(identity);
        Session session = with.session();
        boolean good = newer != null
                && newer.player().equals(session.player())
                && newer.device().equals(session.device())
                && !revocations.concern(newer);
        if (!good) {
            return with.refuse(ErrorCode.UNAUTHENTICATED, "not a token of this device", renew.id());
        }
        session.renew(newer);
        session.send(new ServerMessage.Renewed(session.expires()));
        return Handlers.DONE;
    }
}
