package io.trove.files;

import io.trove.ledger.Ledger;
import io.trove.refusal.CannotStart;
import java.io.IOException;
import java.util.List;

/** Sees to it that all servers of an installation use one blob store: whose name the first of them records. */
final class OneStore {

    private static final String RECORD = """
            INSERT INTO blob_store (ledger_id, name)
            VALUES (?, ?)""";

    private static final String RECORDED = """
            SELECT name
              FROM blob_store
             WHERE ledger_id = ?""";

    private OneStore() {}

    /** Returns when this is the store of the installation, whose ledger is given; fails when it cannot be reached. */
    static void require(Sql sql, Ledger installation, BlobStore store, String place) throws IOException {
        String name = store.name();
        sql.insert(RECORD, installation.id().value(), name);
        List<String> recorded =
                sql.select(row -> row.getString(1), RECORDED, installation.id().value());
        if (!recorded.equals(List.of(name))) {
            throw new CannotStart("This installation keeps its files in the store " + recorded.get(0) + ", and " + place
                    + " is another (" + name + "): give every server of one database the same TROVE_BLOBS.");
        }
    }
}
