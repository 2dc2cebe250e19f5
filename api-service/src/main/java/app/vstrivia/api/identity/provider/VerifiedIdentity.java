package app.vstrivia.api.identity.provider;

/**
 * Who somebody is, by a provider's word. Issuer and subject together name a person for good; all else that a token says
 * (mail address, name, picture) is not looked at.
 *
 * @param provider the name in our settings
 * @param nonce what the token says was sent along with the request for it; not checked yet
 */
public record VerifiedIdentity(String provider, String issuer, String subject, String nonce) {
    @Override
    public String toString() {
        return "VerifiedIdentity[" + provider + "]";
    }
}
