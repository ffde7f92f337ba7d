package io.trove.entities;

import io.trove.event.Draft;
import io.trove.event.Json;
import io.trove.filter.Tables;
import io.trove.ledger.Append;
import io.trove.ledger.Appending;
import io.trove.ledger.Caller;
import io.trove.ledger.Column;
import io.trove.ledger.Placed;
import io.trove.ledger.Table;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which generation of states counts: the event that says so, and the row that follows from it in the same append. */
@ApplicationScoped
class Generations {

    static final String SWITCHED = "entities.switched";

    private static final Table GENERATION =
            new Table("entity_generation", Column.number("generation"), Column.text("fold"), Column.number("position"));

    private static final String NEWEST = """
            SELECT generation,
                   fold
              FROM entity_generation
             WHERE ledger_id = ?
               AND position < ?
             ORDER BY position DESC
             FETCH FIRST 2 ROWS ONLY""";

    /** The event that another generation counts from now on; of the same number there is one. */
    static Append switched(Caller by, Generation generation) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("generation", generation.number());
        payload.put("fold", generation.fold());
        var actor = new LinkedHashMap<String, Object>();
        actor.put("type", by.actor().type());
        actor.put("id", by.actor().id());
        actor.put("role", by.actor().role());
        return Append.of(Draft.of(Json.object(Map.of(
                "type", SWITCHED,
                "id", Map.of("id", SWITCHED + "-" + generation.number(), "version", 1),
                "actor", actor,
                "payload", payload))));
    }

    void project(@Observes Appending batch) {
        for (Placed placed : batch.events()) {
            if (placed.event().type().equals(SWITCHED)) {
                Json payload =
                        Happened.of(placed.position(), placed.kept().document()).payload();
                batch.contribute(GENERATION.row(
                        payload.member("generation").orElseThrow().integer().orElseThrow(),
                        payload.member("fold").flatMap(Json::text).orElse(""),
                        placed.position()));
            }
        }
    }

    /** The one that counts, as of a size that is published. */
    static Generation live(Tables tables, long size) throws SQLException {
        return newest(tables, size).get(0);
    }

    /** The one that counted before that. */
    static Optional<Generation> previous(Tables tables, long size) throws SQLException {
        return newest(tables, size).stream().skip(1).findFirst();
    }

    private static List<Generation> newest(Tables tables, long size) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(NEWEST + tables.immutableRead())) {
            select.setLong(1, tables.ledger());
            select.setLong(2, size);
            var newest = new ArrayList<Generation>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    newest.add(new Generation(
                            row.getLong(1), Optional.of(row.getString(2)).filter(fold -> !fold.isEmpty())));
                }
            }
            if (newest.size() < 2) {
                newest.add(Generation.FIRST);
            }
            return newest;
        }
    }
}
