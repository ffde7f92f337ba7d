package io.trove.files;

import io.trove.event.KeptDocument;
import io.trove.filter.Tables;
import io.trove.ledger.Following;
import io.trove.ledger.FollowingRows;
import io.trove.ledger.Follows;
import io.trove.ledger.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The rows of files, of drift and of roots, held against the events. */
@ApplicationScoped
class KeptFiles implements Follows {

    private static final List<Following> KINDS = List.of(
            new Following(FileRows.TABLE, "file", List.of("file_id")),
            new Following(DriftRows.TABLE, "file drift", List.of()),
            new Following(RootRows.TABLE, "file root", List.of()));

    private final FollowingRows rows = new FollowingRows(KINDS, KeptFiles::rows);

    @Override
    public Comparison over(Tables tables, long from, long end) {
        return rows.over(tables, from, end);
    }

    @Override
    public long count(Tables tables, long size) throws SQLException {
        return rows.count(tables, size);
    }

    @Override
    public List<Difference> strays(Tables tables, long size, int max) throws SQLException {
        return rows.strays(tables, size, max);
    }

    private static List<Row> rows(long position, KeptDocument document) {
        var rows = new ArrayList<>(FileRows.rows(position, document));
        rows.addAll(DriftRows.rows(position, document));
        rows.addAll(RootRows.rows(position, document));
        return rows;
    }
}
