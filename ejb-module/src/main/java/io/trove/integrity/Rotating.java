package io.trove.integrity;

import io.trove.access.Access;
import io.trove.access.SigningKeys;
import io.trove.crypto.Signer;
import io.trove.evidence.VerifyingKey;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import io.trove.query.EventUnknown;
import io.trove.query.Query;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Has a ledger sign with another key. The private key is on the disk before the ledger's own event names the public one,
 * and that event is the rotation: before its commit the old key signs, and from then on the new one, wherever a crash falls.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Rotating {

    /** A ledger has so many keys at most. */
    static final int KEYS_MAX = 1_000;

    @Inject
    private Signer signer;

    @Inject
    private SigningKeys recorded;

    @Inject
    private Checkpoints checkpoints;

    @Inject
    private Access access;

    @Inject
    private Query query;

    /** The key that signs from now on; the same answer under the same {@code once}. */
    public LedgerKey rotate(Ledger ledger, Caller caller, Optional<String> once) {
        Optional<String> id = once.map(key -> eventId(caller, key));
        Optional<Long> before = id.flatMap(text -> position(ledger, text));
        long position = before.isPresent() ? before.get() : append(ledger, caller, id);
        checkpoints.sign(ledger);
        return checkpoints.keys(ledger).stream()
                .filter(key -> key.position() == position)
                .findFirst()
                .orElseThrow();
    }

    /** What an interrupted rotation left to be handed over is handed over first. */
    private long append(Ledger ledger, Caller caller, Optional<String> id) {
        checkpoints.sign(ledger);
        List<VerifyingKey> had =
                recorded.of(ledger).stream().map(SigningKeys.Recorded::key).toList();
        if (had.size() >= KEYS_MAX) {
            throw NotRotated.tooMany(KEYS_MAX);
        }
        VerifyingKey next = signer.next(had).orElseThrow(NotRotated::noOther);
        return recorded.rotate(ledger, caller, id, next, had);
    }

    private Optional<Long> position(Ledger ledger, String id) {
        try {
            return Optional.of(query.find(access.sight(Caller.trove(), ledger), id, OptionalInt.of(1))
                    .position());
        } catch (EventUnknown notYet) {
            return Optional.empty();
        }
    }

    private static String eventId(Caller caller, String once) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((caller.id() + '\0' + once).getBytes(StandardCharsets.UTF_8));
            return "signing-key-" + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }
}
