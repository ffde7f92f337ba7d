package io.trove.files;

import io.trove.event.Draft;
import io.trove.event.Json;
import io.trove.event.KeptDocument;
import io.trove.ledger.Append;
import io.trove.ledger.Appending;
import io.trove.ledger.Caller;
import io.trove.ledger.Column;
import io.trove.ledger.Database;
import io.trove.ledger.Ledger;
import io.trove.ledger.Placed;
import io.trove.ledger.Row;
import io.trove.ledger.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The roots that a ledger was granted: events of its own, and the rows that follow from them. */
final class RootRows {

    static final String GRANTED = "files.root.granted";
    static final String REVOKED = "files.root.revoked";

    static final Table TABLE =
            new Table("file_root", Column.number("position"), Column.text("root"), Column.number("is_granted"));

    private static final String ROWS = """
            SELECT root,
                   is_granted
              FROM file_root
             WHERE ledger_id = ?
               AND position < ?
             ORDER BY position""";

    private final Sql sql;
    private final Database database;

    RootRows(Sql sql, Database database) {
        this.sql = sql;
        this.database = database;
    }

    static Append changed(Caller by, String ledgerUid, String root, boolean isGranted) {
        return Append.of(Draft.of(Json.object(Map.of(
                "type", isGranted ? GRANTED : REVOKED,
                "entity", Map.of("type", "ledger", "id", ledgerUid),
                "actor",
                        Map.of(
                                "type",
                                by.actor().type(),
                                "id",
                                by.actor().id(),
                                "role",
                                by.actor().role()),
                "payload", Map.of("root", root)))));
    }

    static void project(Appending batch) {
        for (Placed placed : batch.events()) {
            String type = placed.event().type();
            if (type.equals(GRANTED) || type.equals(REVOKED)) {
                batch.contribute(
                        row(placed.position(), type, Json.parse(placed.kept().document())));
            }
        }
    }

    /** The row of a kept event, if it grants a root or revokes one. */
    static List<Row> rows(long position, KeptDocument document) {
        return Stream.of(GRANTED, REVOKED)
                .filter(type -> document.is("type", type))
                .map(type -> row(position, type, document.json()))
                .toList();
    }

    private static Row row(long position, String type, Json document) {
        String root = document.at("/payload/root").flatMap(Json::text).orElseThrow();
        return TABLE.row(position, root, type.equals(GRANTED) ? 1L : 0L);
    }

    /** The texts of the roots that are granted below a position, in the order of their granting. */
    List<String> granted(Ledger ledger, long below) {
        var granted = new LinkedHashSet<String>();
        sql.select(
                        row -> Map.entry(row.getString(1), row.getLong(2) == 1),
                        ROWS + database.immutableRead(),
                        ledger.id().value(),
                        below)
                .forEach(each -> {
                    granted.remove(each.getKey());
                    if (each.getValue()) {
                        granted.add(each.getKey());
                    }
                });
        return List.copyOf(granted);
    }

    /** The same, as roots. */
    List<Root> roots(Ledger ledger, long below) {
        return granted(ledger, below).stream().map(RootRows::root).toList();
    }

    private static Root root(String text) {
        try {
            return Root.of(text);
        } catch (Locator.Unusable impossible) {
            throw new IllegalStateException("A root was granted that is none: " + text, impossible);
        }
    }
}
