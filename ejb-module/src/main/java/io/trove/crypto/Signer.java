package io.trove.crypto;

import io.trove.evidence.VerifyingKey;
import io.trove.refusal.CannotStart;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Signs with the keys that this server holds; which of them signs what, the ledgers' own events say. */
@ApplicationScoped
public class Signer {

    @Inject
    @ConfigProperty(name = "TROVE_HOME")
    String home;

    @Inject
    @ConfigProperty(name = "TROVE_SIGNING_KEY")
    Optional<String> given;

    private Keyring ring;
    private volatile List<SigningKey> held = List.of();

    @PostConstruct
    void open() {
        ring = new Keyring(Path.of(home, "keys"), given, Clock.systemUTC());
    }

    /** The signature of these bytes by this key; {@link KeyNotHeld} when another server has to give it. */
    public byte[] sign(VerifyingKey key, byte[] message) {
        return find(key).orElseThrow(() -> new KeyNotHeld(key)).sign(message);
    }

    /** Whether this server can sign with the key; a file that came to its data directory since is found. */
    public boolean holds(VerifyingKey key) {
        return find(key).isPresent();
    }

    /** Settles the key of an installation that has recorded none: the newest of this server, made now if it has none. */
    public VerifyingKey settle() {
        read();
        return newest().orElseGet(this::make).verifyingKey();
    }

    /** Settles a key that the installation recorded; a server that does not hold it cannot start. */
    public void settle(VerifyingKey recorded) {
        if (!holds(recorded)) {
            throw new CannotStart("This installation signs with the key " + recorded + ", which is not in "
                    + ring.place() + ": give every server of one database the same TROVE_SIGNING_KEY, or bring back"
                    + " the files that were in " + ring.folder() + ".");
        }
    }

    /**
     * The key for one who signed with these so far: the newest of this server if it is none of them, or else one that is
     * made now. None where the keys are given from outside, and no newer one is.
     */
    public synchronized Optional<VerifyingKey> next(Collection<VerifyingKey> had) {
        read();
        Optional<SigningKey> unused = newest().filter(key -> !had.contains(key.verifyingKey()));
        return unused.or(() -> ring.isGiven() ? Optional.empty() : Optional.of(make()))
                .map(SigningKey::verifyingKey);
    }

    private Optional<SigningKey> find(VerifyingKey key) {
        return among(held, key).or(() -> {
            read();
            return among(held, key);
        });
    }

    private static Optional<SigningKey> among(List<SigningKey> keys, VerifyingKey wanted) {
        return keys.stream().filter(key -> key.verifyingKey().equals(wanted)).findFirst();
    }

    private Optional<SigningKey> newest() {
        return held.isEmpty() ? Optional.empty() : Optional.of(held.get(held.size() - 1));
    }

    private SigningKey make() {
        SigningKey made = ring.make();
        read();
        return made;
    }

    private void read() {
        held = ring.keys();
    }
}
