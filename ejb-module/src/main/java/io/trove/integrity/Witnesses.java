package io.trove.integrity;

import io.trove.evidence.Checkpoint;
import io.trove.evidence.SignedNote;
import io.trove.filter.Tables;
import io.trove.ledger.Ledger;
import io.trove.ledger.Store;
import io.trove.merkle.ProofInvalid;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Has what a ledger signed seen by the witnesses that are configured, and keeps their lines. */
@ApplicationScoped
class Witnesses {

    private static final System.Logger LOG = System.getLogger("io.trove.integrity");

    @Inject
    @ConfigProperty(name = "TROVE_WITNESSES")
    private Optional<String> setting;

    @Inject
    private Store store;

    private List<Witness> all;

    @PostConstruct
    void read() {
        all = Witness.of(setting.orElse(""));
    }

    /** Asks each witness that has not seen the checkpoint; one that does not answer is asked again next time. */
    void show(Ledger ledger, Signed signed) {
        for (Witness witness : all) {
            if (signed.note().cosignedAt(witness.key()).isEmpty()) {
                show(ledger, signed, witness);
            }
        }
    }

    /** What each saw of the ledger last. */
    List<Watch> watches(Ledger ledger) {
        return store.with(ledger, tables -> {
            var watches = new ArrayList<Watch>();
            for (Witness witness : all) {
                watches.add(watch(tables, witness));
            }
            return watches;
        });
    }

    private static Watch watch(Tables tables, Witness witness) throws SQLException {
        long size = new Cosignatures(tables).newestSize(witness.key().name());
        Optional<Signed> kept = new SignedCheckpoints(tables).ofSize(size);
        OptionalLong seconds = kept.isEmpty()
                ? OptionalLong.empty()
                : new Cosignatures(tables).with(kept.get()).note().cosignedAt(witness.key());
        OptionalLong micros = seconds.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(TimeUnit.SECONDS.toMicros(seconds.getAsLong()));
        return new Watch(witness.key(), witness.prefix(), size, micros);
    }

    private void show(Ledger ledger, Signed signed, Witness witness) {
        Checkpoint checkpoint = signed.checkpoint();
        String name = witness.key().name();
        try {
            long seen = store.with(ledger, tables -> new Cosignatures(tables).newestSize(name));
            Optional<SignedNote.Line> line =
                    witness.ask(signed.note(), seen, size -> growth(ledger, size, checkpoint.size()));
            if (line.isPresent()) {
                store.with(ledger, tables -> new Cosignatures(tables).keep(signed, name, line.get()));
            }
        } catch (IOException | ProofInvalid refused) {
            LOG.log(
                    Level.WARNING,
                    "The witness {0} did not cosign {1}: {2}",
                    name,
                    ledger.name(),
                    refused.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private List<byte[]> growth(Ledger ledger, long from, long to) {
        return store.with(ledger, tables -> new StoredTiles(tables).tree(to).consistency(from));
    }
}
