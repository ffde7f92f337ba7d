package io.trove.query;

import io.trove.event.IndexKey;
import io.trove.event.Json;
import io.trove.event.KeptDocument;
import io.trove.event.Malformed;
import io.trove.filter.Conditions;
import io.trove.filter.Extent;
import io.trove.filter.KeyText;
import io.trove.filter.Tables;
import io.trove.ledger.Follows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The index keys that are kept, held against those of the events. */
@ApplicationScoped
class KeptKeys implements Follows {

    private static final String SUBJECT = "index key";

    private static final String COUNT = """
            SELECT COUNT(*)
              FROM event_key
             WHERE ledger_id = ?
               AND position < ?""";

    private static final String ALL = """
            SELECT name,
                   value,
                   position
              FROM event_key
             WHERE ledger_id = ?
               AND position < ?""";

    /** A name and a value as they are kept. */
    record Key(String name, String value) {}

    @Override
    public Comparison over(Tables tables, long from, long end) {
        return new KeysOfStretch(tables, from, end);
    }

    @Override
    public long count(Tables tables, long size) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(COUNT + tables.immutableRead())) {
            select.setLong(1, tables.ledger());
            select.setLong(2, size);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Override
    public List<Difference> strays(Tables tables, long size, int max) throws SQLException {
        var strays = new ArrayList<Difference>();
        var events = new Events(tables);
        try (PreparedStatement select = tables.connection().prepareStatement(ALL + tables.immutableRead())) {
            select.setLong(1, tables.ledger());
            select.setLong(2, size);
            try (ResultSet row = select.executeQuery()) {
                while (row.next() && strays.size() < max) {
                    var key = new Key(row.getString(1), row.getString(2));
                    long position = row.getLong(3);
                    if (!keys(events, position).contains(key)) {
                        strays.add(difference(position, key, "is found by %s = %s, which its document does not have"));
                    }
                }
            }
        }
        return strays;
    }

    private static Set<Key> keys(Events events, long position) throws SQLException {
        var keys = new HashSet<Key>();
        for (Events.Row row : events.at(List.of(position), Conditions.of(Extent.all()))) {
            KeptDocument.of(events.event(row).document()).ifPresent(document -> keys.addAll(keysIfAny(document)));
        }
        return keys;
    }

    /** A document that somebody broke says nothing of keys. */
    private static List<Key> keysIfAny(KeptDocument document) {
        try {
            return keys(document.json());
        } catch (Malformed broken) {
            return List.of();
        }
    }

    static List<Key> keys(Json document) {
        return IndexKey.all(document).stream()
                .map(key -> new Key(key.name(), KeyText.of(key.value())))
                .distinct()
                .toList();
    }

    static Difference difference(long position, Key key, String sentence) {
        return new Difference(
                position, SUBJECT, key.name(), "The event " + sentence.formatted(key.name(), key.value()));
    }
}
