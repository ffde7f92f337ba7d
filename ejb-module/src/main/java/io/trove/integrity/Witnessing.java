package io.trove.integrity;

import io.trove.access.SigningKeys;
import io.trove.crypto.Signer;
import io.trove.evidence.AddCheckpoint;
import io.trove.evidence.EvidenceInvalid;
import io.trove.evidence.NoteKey;
import io.trove.ledger.LedgerName;
import io.trove.ledger.Ledgers;
import io.trove.ledger.Store;
import io.trove.refusal.CannotStart;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This installation as a witness to other logs, another Trove's among them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Witnessing {

    @Inject
    @ConfigProperty(name = "TROVE_ORIGIN")
    private String origin;

    @Inject
    @ConfigProperty(name = "TROVE_WITNESSED")
    private Optional<String> witnessed;

    @Inject
    private Store store;

    @Inject
    private Ledgers ledgers;

    @Inject
    private SigningKeys keys;

    @Inject
    private Signer signer;

    /** Cosigns a checkpoint that continues the one before; {@link WitnessRefused} says why it does not. */
    public Witnessed add(byte[] body) {
        try {
            AddCheckpoint request = AddCheckpoint.parse(body);
            Optional<Long> elsewhere = store.with(
                    ledgers.find(LedgerName.INSTALLATION), tables -> new WitnessedLogs(tables, logs()).take(request));
            return elsewhere.isPresent() ? new Witnessed.Elsewhere(elsewhere.get()) : cosigned(request);
        } catch (EvidenceInvalid malformed) {
            throw WitnessRefused.malformed(malformed.getMessage());
        }
    }

    private Witnessed cosigned(AddCheckpoint request) {
        NoteKey key = key();
        return new Witnessed.Cosigned(
                request.note().cosign(key, Instant.now().getEpochSecond(), message -> signer.sign(key.key(), message)));
    }

    /** The key by which this installation cosigns. */
    public NoteKey key() {
        return new NoteKey(
                origin + "/witness", NoteKey.Kind.COSIGNATURE, keys.newest(ledgers.find(LedgerName.INSTALLATION)));
    }

    private List<NoteKey> logs() {
        return logs(witnessed.orElse(""));
    }

    /** The keys of a setting, with white space between them. */
    static List<NoteKey> logs(String setting) {
        try {
            return Arrays.stream(setting.split("\\s+"))
                    .filter(text -> !text.isEmpty())
                    .map(NoteKey::parse)
                    .toList();
        } catch (EvidenceInvalid unreadable) {
            throw new CannotStart("TROVE_WITNESSED is not understood: " + unreadable.getMessage());
        }
    }
}
