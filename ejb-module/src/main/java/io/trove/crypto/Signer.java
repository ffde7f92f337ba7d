package io.trove.crypto;

import io.trove.evidence.VerifyingKey;
import io.trove.refusal.CannotStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Signs for the installation, once its first start or a later one has settled which key that is. */
@ApplicationScoped
public class Signer {

    private static final String ADVICE =
            "give the PKCS#8 form, as PEM or as the base64 between its lines (openssl genpkey -algorithm ed25519)";

    @Inject
    @ConfigProperty(name = "TROVE_HOME")
    String home;

    @Inject
    @ConfigProperty(name = "TROVE_SIGNING_KEY")
    Optional<String> given;

    private volatile Optional<SigningKey> settled = Optional.empty();

    /** The signature of these bytes. */
    public byte[] sign(byte[] message) {
        return key().sign(message);
    }

    /** The public key that checks what this signs. */
    public VerifyingKey verifyingKey() {
        return key().verifyingKey();
    }

    /** Settles the key of an installation that has recorded none: this server's, made now if it has none. */
    public VerifyingKey settle() {
        SigningKey key = own().orElseGet(this::make);
        settled = Optional.of(key);
        return key.verifyingKey();
    }

    /** Settles the key that the installation recorded; a server that does not hold it cannot start. */
    public void settle(VerifyingKey recorded) {
        SigningKey key = own().orElseThrow(() -> new CannotStart("This installation signs with the key " + recorded
                + ", which this server does not have: set TROVE_SIGNING_KEY to it, or bring back " + file().path()
                + "."));
        if (!key.verifyingKey().equals(recorded)) {
            throw new CannotStart("This installation signs with the key " + recorded + ", but "
                    + (given.isPresent() ? "TROVE_SIGNING_KEY" : file().path()) + " holds " + key.verifyingKey()
                    + ": give every server of one database the same TROVE_SIGNING_KEY.");
        }
        settled = Optional.of(key);
    }

    private SigningKey key() {
        return settled.orElseThrow(() -> new IllegalStateException("No signing key is settled before the first start"));
    }

    private Optional<SigningKey> own() {
        if (given.isPresent()) {
            return Optional.of(parse("TROVE_SIGNING_KEY", given.get()));
        }
        return file().exists() ? Optional.of(kept()) : Optional.empty();
    }

    private SigningKey make() {
        try {
            file().write(SigningKey.generate().pem().getBytes(StandardCharsets.US_ASCII));
        } catch (UncheckedIOException unwritable) {
            throw new CannotStart("The signing key cannot be written to " + file().path()
                    + ": make TROVE_HOME writable, or set TROVE_SIGNING_KEY.");
        }
        return kept();
    }

    private SigningKey kept() {
        try {
            return parse(file().path().toString(), new String(file().read(), StandardCharsets.US_ASCII));
        } catch (UncheckedIOException unreadable) {
            throw new CannotStart(
                    "The signing key in " + file().path() + " cannot be read: let only this user read it.");
        }
    }

    private static SigningKey parse(String where, String pkcs8) {
        try {
            return SigningKey.parse(pkcs8);
        } catch (IllegalArgumentException unusable) {
            throw new CannotStart(where + " holds no Ed25519 private key: " + ADVICE + ".");
        }
    }

    private PrivateFile file() {
        return new PrivateFile(Path.of(home, "keys", "signing.pem"));
    }
}
