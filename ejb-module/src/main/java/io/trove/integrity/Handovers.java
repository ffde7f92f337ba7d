package io.trove.integrity;

import io.trove.event.Json;
import io.trove.evidence.Handover;
import io.trove.filter.Tables;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the earlier keys of a ledger led to the later ones, as far as they signed for it. */
final class Handovers {

    private final Tables tables;

    Handovers(Tables tables) {
        this.tables = tables;
    }

    List<Handover> of(List<LedgerKey> keys) throws SQLException {
        var handovers = new ArrayList<Handover>();
        for (LedgerKey key : keys) {
            if (key.toSize().isPresent()) {
                handover(key.toSize().getAsLong()).ifPresent(handovers::add);
            }
        }
        return handovers;
    }

    private Optional<Handover> handover(long size) throws SQLException {
        Optional<Signed> signed = new SignedCheckpoints(tables).ofSize(size);
        List<StoredEvent> rotation = StoredEvent.between(tables, size - 1, size);
        if (signed.isEmpty() || rotation.isEmpty()) {
            return Optional.empty();
        }
        StoredEvent event = rotation.get(0);
        return Optional.of(new Handover(
                signed.get().note(),
                Openings.of(event.position(), Json.parse(event.document()), event.seed(), Set.of()),
                new StoredTiles(tables).tree(size).inclusion(event.position())));
    }
}
