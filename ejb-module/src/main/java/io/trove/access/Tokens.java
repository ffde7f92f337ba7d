package io.trove.access;

import io.trove.access.Issuer.Issued;
import io.trove.access.Roster.Origin;
import io.trove.ledger.Caller;
import io.trove.refusal.CannotStart;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * The tokens of the issuer that is trusted, if one is. Each is verified whenever it comes; what it says is remembered under its
 * hash, so that whoever came with it is told apart, and is nobody any more once it has run out.
 */
@ApplicationScoped
class Tokens {

    private static final String MARK = "token-";
    private static final String SESSION_MARK = MARK + "session-";
    private static final int REMEMBERED_MAX = 10_000;
    private static final Duration REMEMBERED_FOR = Duration.ofDays(1);

    /** A working day: then the provider is asked again, which knows whether somebody is still who they were. */
    private static final Duration SIGNED_IN_FOR = Duration.ofHours(8);

    @Inject
    private Config config;

    private final Remembered<String, Issued> known =
            new Remembered<>(Clock.systemUTC(), REMEMBERED_FOR, REMEMBERED_MAX);
    private final Remembered<String, Issued> signedIn =
            new Remembered<>(Clock.systemUTC(), SIGNED_IN_FOR, REMEMBERED_MAX);
    private Optional<Issuer> issuer = Optional.empty();
    private Optional<Client> client = Optional.empty();
    private Optional<Provider> provider = Optional.empty();

    @PostConstruct
    void open() {
        Optional<Trust> trust = Trust.configured(this::variable);
        issuer = trust.map(Issuer::of);
        client = Client.configured(this::variable);
        if (client.isPresent() && trust.isEmpty()) {
            throw new CannotStart(Client.ID + " is set without TROVE_OIDC_ISSUER; say whose client it is.");
        }
        provider = client.map(known -> new Provider(trust.orElseThrow().issuer(), known));
    }

    private String variable(String name) {
        return config.getOptionalValue(name, String.class).orElse("");
    }

    /** Where people sign in, if they may do so at the issuer. */
    Optional<Provider> provider() {
        return provider;
    }

    /** Whether an issuer is trusted; a start with a setting that is wrong is refused. */
    boolean areAccepted() {
        return issuer.isPresent();
    }

    /** Whether it may be a token of the issuer: three parts, and an issuer there is. */
    boolean mayBe(String bearer) {
        return issuer.isPresent() && bearer.chars().filter(each -> each == '.').count() == 2;
    }

    /** The caller that a token names. */
    Optional<Caller> caller(String token) {
        return issuer.flatMap(trusted -> trusted.verify(token)).map(issued -> {
            String key = MARK + hash(token);
            known.keep(key, issued);
            return caller(issued, key);
        });
    }

    /** The caller whom an ID token names that was made for the attempt with this nonce; how long it says is for its taking alone. */
    Optional<Caller> signedIn(String idToken, String nonce) {
        return issuer.flatMap(
                        trusted -> trusted.verify(idToken, client.orElseThrow().id(), nonce))
                .map(issued -> {
                    String key = SESSION_MARK + hash(idToken);
                    signedIn.keep(key, issued.until(Instant.now().plus(SIGNED_IN_FOR)));
                    return caller(issued, key);
                });
    }

    private static Caller caller(Issued issued, String key) {
        var origin = new Origin(issued.organization(), issued.principal().name());
        return new Caller(origin.callerId(), issued.principal().actor(), Optional.empty(), Optional.of(key));
    }

    /** Whether a caller came with a token. */
    static boolean isToken(Caller caller) {
        return caller.key().filter(key -> key.startsWith(MARK)).isPresent();
    }

    /** Ends what an ID token opened, at once; whether it was one. */
    boolean end(Caller caller) {
        Optional<String> session = caller.key().filter(key -> key.startsWith(SESSION_MARK));
        session.ifPresent(signedIn::forget);
        return session.isPresent();
    }

    /** What the caller's token says, while it holds. */
    Optional<Issued> of(Caller caller, long nowMicros) {
        return caller.key()
                .flatMap(key -> key.startsWith(SESSION_MARK) ? signedIn.find(key) : known.find(key))
                .filter(issued -> nowMicros < issued.expiresAtMicros());
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("This Java runtime has no SHA-256", absent);
        }
    }
}
