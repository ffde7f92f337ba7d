package io.trove.files;

import io.trove.event.Attached;
import io.trove.event.Draft;
import io.trove.event.Json;
import io.trove.event.KeptDocument;
import io.trove.ledger.Append;
import io.trove.ledger.Appending;
import io.trove.ledger.Column;
import io.trove.ledger.Database;
import io.trove.ledger.Ledger;
import io.trove.ledger.Placed;
import io.trove.ledger.Row;
import io.trove.ledger.Table;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of the bytes of files: {@code file.drifted} events, and the rows that follow from them. */
final class DriftRows {

    static final String DRIFTED = "file.drifted";

    static final Table TABLE = new Table(
            "file_drift",
            Column.number("position"),
            Column.number("of_position"),
            Column.text("file_id"),
            Column.text("hash"));

    private static final String NEWEST = """
            SELECT position,
                   hash
              FROM file_drift
             WHERE ledger_id = ?
               AND of_position = ?
               AND file_id = ?
             ORDER BY position DESC
             FETCH FIRST 1 ROW ONLY""";

    private static final String EVENT = """
            SELECT event_id,
                   event_version
              FROM event
             WHERE ledger_id = ?
               AND position = ?""";

    private final Sql sql;
    private final Database database;

    DriftRows(Sql sql, Database database) {
        this.sql = sql;
        this.database = database;
    }

    /** What was last known of bytes: by which event, and their hash; none when they were lost. */
    record Known(long by, Optional<String> hash) {}

    /** A file of the event at a position. */
    record Of(long position, Attached file) {}

    /** By the file's own event when nothing else was ever found. */
    Known known(Ledger ledger, Of of) {
        return sql
                .select(
                        row -> new Known(row.getLong(1), Optional.ofNullable(row.getString(2))),
                        NEWEST,
                        ledger.id().value(),
                        of.position(),
                        of.file().fileId())
                .stream()
                .findFirst()
                .orElse(new Known(of.position(), Optional.of(of.file().hash())));
    }

    /** The event that tells of it: who finds the same after the same is telling the same. */
    Append drifted(Ledger ledger, Of of, Known known, Optional<String> found) {
        Map<String, Object> event = sql.select(
                        row -> Map.<String, Object>of("id", row.getString(1), "version", row.getLong(2)),
                        EVENT + database.immutableRead(),
                        ledger.id().value(),
                        of.position())
                .get(0);
        String name = Resolved.of(
                        (of.position() + "/" + of.file().fileId() + "/" + known.by()).getBytes(StandardCharsets.UTF_8))
                .hash();
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("event", event);
        payload.put("position", of.position());
        payload.put("file", of.file().fileId());
        payload.put("locator", of.file().locator());
        payload.put(
                "old", known.hash().map(EventFile.PREFIX::concat).map(Json::of).orElse(Json.nul()));
        payload.put("new", found.map(EventFile.PREFIX::concat).map(Json::of).orElse(Json.nul()));
        return Append.of(Draft.of(Json.object(Map.of(
                "id",
                Map.of("id", "file-drifted-" + name, "version", 1),
                "type",
                DRIFTED,
                "links",
                List.of(Map.of("type", "reference", "targetEvent", event)),
                "payload",
                payload))));
    }

    static void project(Appending batch) {
        for (Placed placed : batch.events()) {
            if (placed.event().type().equals(DRIFTED)) {
                batch.contribute(row(placed.position(), Json.parse(placed.kept().document())));
            }
        }
    }

    /** The row of a kept event, if it tells of drift. */
    static List<Row> rows(long position, KeptDocument document) {
        return document.is("type", DRIFTED) ? List.of(row(position, document.json())) : List.of();
    }

    private static Row row(long position, Json document) {
        Json payload = document.member("payload").orElseThrow();
        return TABLE.row(
                position,
                payload.member("position").orElseThrow().integer().orElseThrow(),
                payload.member("file").flatMap(Json::text).orElseThrow(),
                payload.member("new")
                        .flatMap(Json::text)
                        .map(hash -> hash.substring(EventFile.PREFIX.length()))
                        .orElse(null));
    }
}
