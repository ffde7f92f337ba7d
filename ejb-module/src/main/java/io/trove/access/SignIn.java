package io.trove.access;

import io.trove.access.Roster.Origin;
import io.trove.crypto.Secrets;
import io.trove.ledger.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** Signing in at an OpenID Connect provider: to its page, and back with a code that only this installation can use. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignIn {

    private static final String KEY = "sign-in";

    @Inject
    private Tokens tokens;

    @Inject
    private Granted granted;

    @Inject
    private Roster roster;

    @Inject
    private Attempts attempts;

    @Inject
    private Failures failures;

    @Inject
    private Secrets secrets;

    /** An attempt that was begun: the provider's page, and what the browser keeps until it comes back. */
    public record Begun(URI page, String kept) {}

    /** Who signed in, and which page they asked for at the beginning. */
    public record Ended(Caller caller, String to) {}

    /** Whether there is a provider to sign in at. */
    public boolean isOffered() {
        return tokens.provider().isPresent();
    }

    /**
     * Begins an attempt of somebody who asked for this page of the console; nothing without a provider, and
     * {@link IssuerUnavailable} when it does not answer.
     */
    public Optional<Begun> begin(String to) {
        return tokens.provider().map(provider -> {
            Attempt attempt = Attempt.begin(to, Instant.now());
            URI page = provider.page(attempt.state(), attempt.nonce(), attempt.challenge());
            return new Begun(page, attempt.text(secrets.key(KEY)));
        });
    }

    /** Ends the attempt that the browser kept, by what the provider sent back with it; nothing when nobody signed in by it. */
    public Optional<Ended> end(String kept, String state, String code, String address) {
        attempts.begin(address);
        Optional<Ended> ended = Attempt.read(kept, secrets.key(KEY), Instant.now())
                .filter(attempt -> attempt.isOf(state))
                .flatMap(attempt -> caller(attempt, code).map(caller -> new Ended(caller, attempt.to())));
        if (ended.isEmpty()) {
            attempts.failed(address);
            failures.key(Optional.empty(), address);
        }
        return ended;
    }

    private Optional<Caller> caller(Attempt attempt, String code) {
        return tokens.provider()
                .flatMap(provider -> provider.token(code, attempt.verifier()))
                .flatMap(token -> tokens.signedIn(token, attempt.nonce()))
                .filter(caller -> !roster.isDisabled(Origin.of(caller)));
    }

    /**
     * Ends what the caller signed in to at the provider: here at once, and there by the page that is answered, if they came from
     * there and it has one. {@link IssuerUnavailable}, when it does not answer, comes after that.
     */
    public Optional<URI> leave(Caller caller) {
        return tokens.end(caller) ? tokens.provider().flatMap(Provider::exit) : Optional.empty();
    }

    /** Whether what a caller signed in with still holds. */
    public boolean holds(Caller caller) {
        return granted.holds(caller);
    }
}
