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

/** The event that registers what commands lead to, the rows that follow from it, and those of commands that ran. */
@ApplicationScoped
class CommandEvents {

    static final String REGISTERED = "command.registered";

    private static final Table HANDLER = new Table("command_handler", Column.text("type"), Column.number("position"));

    private static final Table RUN = new Table("command_run", Column.text("command_id"), Column.text("digest"));

    private static final String ASKED = """
            SELECT digest
              FROM command_run
             WHERE ledger_id = ?
               AND command_id = ?""";

    private static final String NEWEST = """
            SELECT h.position,
                   e.document
              FROM command_handler h
              JOIN event e
                ON e.ledger_id = h.ledger_id
               AND e.position = h.position
             WHERE h.ledger_id = ?
               AND h.type = ?
               AND h.position < ?
             ORDER BY h.position DESC
             FETCH FIRST 1 ROW ONLY""";

    private static final String TYPES = """
            SELECT DISTINCT type
              FROM command_handler
             WHERE ledger_id = ?
               AND type > ?
               AND position < ?
             ORDER BY type
             FETCH FIRST %d ROWS ONLY""";

    /** A rule as it was registered. */
    record Kept(long position, Json payload) {}

    static Append registered(Caller by, String type, CommandRule rule) {
        var payload = new LinkedHashMap<String, Object>(rule.json().members());
        payload.put("type", type);
        var actor = new LinkedHashMap<String, Object>();
        actor.put("type", by.actor().type());
        actor.put("id", by.actor().id());
        actor.put("role", by.actor().role());
        return Append.of(Draft.of(Json.object(Map.of(
                "type", REGISTERED,
                "entity", Map.of("type", "command", "id", type),
                "actor", actor,
                "payload", payload))));
    }

    void project(@Observes Appending batch) {
        for (Placed placed : batch.events()) {
            if (placed.event().type().equals(REGISTERED)) {
                batch.contribute(HANDLER.row(placed.event().entityId().orElseThrow(), placed.position()));
            }
        }
    }

    /** An append that a command leads to: its id stands for what it asked from then on. */
    static Append ran(Append append, Command command) {
        return command.isNamed() ? append.with(RUN.row(command.id(), command.digest())) : append;
    }

    /** What a command with this id asked, of those that it was kept of. */
    static Optional<String> asked(Tables tables, Command command) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(ASKED + tables.immutableRead())) {
            select.setLong(1, tables.ledger());
            select.setString(2, command.id());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    /** What is registered for commands of a type, below a position. */
    static Optional<Kept> newest(Tables tables, String type, long below) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(NEWEST + tables.immutableRead())) {
            select.setLong(1, tables.ledger());
            select.setString(2, type);
            select.setLong(3, below);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Kept(
                                row.getLong(1),
                                Json.parse(row.getBytes(2)).member("payload").orElseThrow()))
                        : Optional.empty();
            }
        }
    }

    /** The types behind this one, in their order. */
    static List<String> types(Tables tables, String after, long below, int limit) throws SQLException {
        try (PreparedStatement select =
                tables.connection().prepareStatement(TYPES.formatted(limit) + tables.immutableRead())) {
            select.setLong(1, tables.ledger());
            select.setString(2, after);
            select.setLong(3, below);
            var types = new ArrayList<String>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    types.add(row.getString(1));
                }
            }
            return types;
        }
    }
}
