package app.vstrivia.api.identity.signin;

import app.vstrivia.api.audit.AuditAction;
import app.vstrivia.api.audit.AuditEntry;
import app.vstrivia.api.audit.AuditLog;
import app.vstrivia.api.identity.Accounts;
import app.vstrivia.api.identity.RegisteredDevice;
import app.vstrivia.api.identity.login.Login;
import app.vstrivia.api.identity.login.Logins;
import app.vstrivia.api.identity.provider.IdTokens;
import app.vstrivia.api.identity.provider.VerifiedIdentity;
import app.vstrivia.api.identity.token.TokenService;
import app.vstrivia.api.identity.token.Tokens;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Lets people in with an identity: on a new device, since it may be that they lost the one they had. */
@ApplicationScoped
public class SignInService {
    private final IdTokens idTokens;
    private final Accounts accounts;
    private final Transactions transactions;
    private final TokenService tokens;
    private final AuditLog audit;

    SignInService(
            IdTokens idTokens, Accounts accounts, Transactions transactions, TokenService tokens, AuditLog audit) {
        this.accounts = accounts;
        this.audit = audit;
        this.idTokens = idTokens;
        this.transactions = transactions;
        this.tokens = tokens;
    }

    /**
     * Fails as {@link IdTokens#verify}, with {@code PlayerPutOut}, and with {@code InvalidName} if the identity is new and the
     * name is none; after the latter the token is still good.
     */
    public Uni<SignedIn> signIn(String provider, String idToken, NewDevice newDevice) {
        AuditEntry entry = audit.entry(AuditAction.SIGN_IN).with("provider", provider);
        return idTokens.verify(provider, idToken)
                .chain(identity -> IdentityMoved.retried(
                        transactions, transaction -> admit(transaction, identity, newDevice, entry)
                                .call(admitted -> note(transaction, admitted.device(), identity, entry))))
                .onFailure(Refusal::is)
                .call(failure -> audit.add(Refusal.noted(entry.as(AuditAction.SIGN_IN_REFUSED), failure)))
                .chain(admitted -> tokens.begin(admitted.device().deviceId()).map(admitted::with));
    }

    private Uni<Admitted> admit(
            Transaction transaction, VerifiedIdentity identity, NewDevice newDevice, AuditEntry entry) {
        return Nonces.take(transaction, identity)
                .chain(() -> LinkedIdentityStore.find(transaction, identity))
                .chain(known -> known.isEmpty()
                        ? open(transaction, identity, newDevice)
                        : Accounts.hold(transaction, Set.of(known.get().player()))
                                .chain(() -> LinkedIdentityStore.requireSame(transaction, identity, known))
                                .chain(() -> accounts.admit(
                                        transaction, known.get().player(), newDevice.deviceName(), entry))
                                .map(device -> new Admitted(device, false)));
    }

    private Uni<Void> note(
            Transaction transaction, RegisteredDevice device, VerifiedIdentity identity, AuditEntry entry) {
        Login login = new Login(device.playerId(), device.deviceId(), identity.provider(), entry.origin());
        return Logins.add(transaction, login)
                .chain(() -> audit.add(transaction, entry.by(device.playerId()).on(device.deviceId())));
    }

    private static Uni<Admitted> open(Transaction transaction, VerifiedIdentity identity, NewDevice newDevice) {
        return Accounts.open(transaction, newDevice.playerName(), newDevice.deviceName())
                .call(device -> LinkedIdentityStore.add(transaction, identity, device.playerId()))
                .map(device -> new Admitted(device, true));
    }

    private record Admitted(RegisteredDevice device, boolean newPlayer) {
        SignedIn with(Tokens tokens) {
            return new SignedIn(
                    device.playerId(), device.deviceId(), device.secret(), device.name(), newPlayer, tokens);
        }
    }
}
