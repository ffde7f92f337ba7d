package io.trove.files;

import io.trove.event.Attached;
import io.trove.event.Json;
import io.trove.event.KeptDocument;
import io.trove.ledger.Appending;
import io.trove.ledger.Column;
import io.trove.ledger.Database;
import io.trove.ledger.Ledger;
import io.trove.ledger.Placed;
import io.trove.ledger.Row;
import io.trove.ledger.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The files of events whose bytes are known: written in their append, read up to a bound that is published. */
final class FileRows {

    /** So many events are asked for that hold the same bytes. */
    static final int HOLDERS_MAX = 1_000;

    static final Table TABLE = new Table(
            "event_file",
            Column.number("position"),
            Column.text("file_id"),
            Column.text("hash"),
            Column.number("size"),
            Column.text("locator"));

    private static final String FILE = """
            SELECT file_id,
                   hash,
                   size,
                   locator
              FROM event_file
             WHERE ledger_id = ?
               AND position = ?
               AND file_id = ?""";

    private static final String HOLDERS = """
            SELECT position
              FROM event_file
             WHERE ledger_id = ?
               AND hash = ?
               AND locator IS NULL
               AND position < ?
             ORDER BY position DESC
             FETCH FIRST %d ROWS ONLY""".formatted(HOLDERS_MAX);

    private static final String NEXT_HELD = """
            SELECT hash
              FROM event_file
             WHERE ledger_id = ?
               AND hash > ?
               AND locator IS NULL
               AND position < ?
             ORDER BY hash
             FETCH FIRST 1 ROW ONLY""";

    private static final String HELD = """
            SELECT file_id,
                   hash,
                   size,
                   locator,
                   position
              FROM event_file
             WHERE ledger_id = ?
               AND hash = ?
               AND locator IS NULL
               AND position < ?
             ORDER BY position DESC
             FETCH FIRST 64 ROWS ONLY""";

    private static final String BEHIND = """
            SELECT file_id,
                   hash,
                   size,
                   locator,
                   position
              FROM event_file
             WHERE ledger_id = ?
               AND position < ?
               AND (position > ? OR (position = ? AND file_id > ?))
             ORDER BY position, file_id
             FETCH FIRST 64 ROWS ONLY""";

    private final Sql sql;
    private final Database database;

    FileRows(Sql sql, Database database) {
        this.sql = sql;
        this.database = database;
    }

    /** Adds the rows of a batch's files to what it writes. */
    static void project(Appending batch) {
        for (Placed placed : batch.events()) {
            for (Attached file : placed.event().attached()) {
                batch.contribute(row(placed.position(), file));
            }
        }
    }

    /** The rows of a kept event. */
    static List<Row> rows(long position, KeptDocument document) {
        return document.has("files")
                ? document.json().member("files").map(Json::items).orElse(List.of()).stream()
                        .flatMap(file -> EventFile.known(file).stream())
                        .map(file -> row(position, file))
                        .toList()
                : List.of();
    }

    private static Row row(long position, Attached file) {
        return TABLE.row(
                position,
                file.fileId(),
                file.hash(),
                file.size(),
                file.locator().orElse(null));
    }

    Optional<Attached> find(Ledger ledger, long position, String fileId) {
        return sql
                .select(
                        FileRows::file,
                        FILE + database.immutableRead(),
                        ledger.id().value(),
                        position,
                        fileId)
                .stream()
                .findFirst();
    }

    /** The next files behind this one of the event at a position, in their order, below a bound. */
    List<DriftRows.Of> behind(Ledger ledger, long position, String fileId, long below) {
        return sql.select(
                row -> new DriftRows.Of(row.getLong(5), file(row)),
                BEHIND + database.immutableRead(),
                ledger.id().value(),
                below,
                position,
                position,
                fileId);
    }

    /** The newest files, at most 64, that hold the next bytes behind those of this hash; none when there are no others. */
    List<DriftRows.Of> held(Ledger ledger, String behind, long below) {
        return sql
                .select(
                        row -> row.getString(1),
                        NEXT_HELD + database.immutableRead(),
                        ledger.id().value(),
                        behind,
                        below)
                .stream()
                .flatMap(hash -> sql
                        .select(
                                row -> new DriftRows.Of(row.getLong(5), file(row)),
                                HELD + database.immutableRead(),
                                ledger.id().value(),
                                hash,
                                below)
                        .stream())
                .toList();
    }

    private static Attached file(ResultSet row) throws SQLException {
        return new Attached(row.getString(1), row.getString(2), row.getLong(3), Optional.ofNullable(row.getString(4)));
    }

    /** Where the newest events are that hold these bytes, below a bound. */
    List<Long> holders(Ledger ledger, String hash, long below) {
        return sql.select(
                row -> row.getLong(1),
                HOLDERS + database.immutableRead(),
                ledger.id().value(),
                hash,
                below);
    }
}
