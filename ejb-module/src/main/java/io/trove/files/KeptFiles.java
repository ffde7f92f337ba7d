package io.trove.files;

import io.trove.event.KeptDocument;
import io.trove.ledger.Following;
import io.trove.ledger.FollowingRows;
import io.trove.ledger.Follows;
import io.trove.ledger.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.util.ArrayList;
import java.util.List;

/** What of this component an audit holds against the events. */
@ApplicationScoped
class KeptFiles {

    private static final List<Following> KINDS = List.of(
            new Following(FileRows.TABLE, "file", List.of("file_id")),
            new Following(DriftRows.TABLE, "file drift", List.of()),
            new Following(RootRows.TABLE, "file root", List.of()));

    @Produces
    @Dependent
    Follows kept() {
        return rows();
    }

    static Follows rows() {
        return new FollowingRows(KINDS, KeptFiles::rows);
    }

    private static List<Row> rows(long position, KeptDocument document) {
        var rows = new ArrayList<>(FileRows.rows(position, document));
        rows.addAll(DriftRows.rows(position, document));
        rows.addAll(RootRows.rows(position, document));
        return rows;
    }
}
