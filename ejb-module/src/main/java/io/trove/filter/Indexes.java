package io.trove.filter;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which index entries hold the positions that a term means, where an index knows. */
final class Indexes {

    /** More entries than this are not read side by side; the columns are looked at instead, or the documents. */
    static final int ENTRIES_MAX = 128;

    private static final String NEXT_TYPE = """
            SELECT type
              FROM event --DERBY-PROPERTIES index=event_type
             WHERE ledger_id = ?
               AND type > ?
             ORDER BY type
             FETCH FIRST 1 ROW ONLY""";

    private static final String NEXT_KIND = """
            SELECT %1$s_type
              FROM event --DERBY-PROPERTIES index=event_%1$s
             WHERE ledger_id = ?
               AND %1$s_id = ?
               AND %1$s_type > ?
             ORDER BY %1$s_type
             FETCH FIRST 1 ROW ONLY""";

    private final Tables tables;
    private final Filter filter;

    Indexes(Tables tables, Filter filter) {
        this.tables = tables;
        this.filter = filter;
    }

    /** Whether the term can be answered by an index alone, in this filter. */
    static boolean know(Term term, Filter filter) {
        if (term instanceof Term.Keyed) {
            return true;
        }
        return term instanceof Term.OneOf one
                && switch (one.field()) {
                    case TYPE, ENTITY_ID, ACTOR_ID -> true;
                    case ENTITY_TYPE -> of(Field.ENTITY_ID, filter).isPresent();
                    case ACTOR_TYPE -> of(Field.ACTOR_ID, filter).isPresent();
                    default -> false;
                };
    }

    /** The entries that together hold all that the term means; none when there is no index, or there are too many. */
    Optional<List<Posting.Entry>> entries(Term term) throws SQLException {
        if (term instanceof Term.Keyed keyed) {
            return atMost(keyed.values().stream()
                    .map(value -> key(keyed.key(), value))
                    .toList());
        }
        if (term instanceof OfEntity of) {
            return atMost(of.entities().stream().map(Indexes::entity).toList());
        }
        if (!(term instanceof Term.OneOf one)) {
            return Optional.empty();
        }
        return switch (one.field()) {
            case TYPE -> atMost(types(one));
            case ENTITY_ID -> atMost(ids("entity", one, Field.ENTITY_TYPE));
            case ACTOR_ID -> atMost(ids("actor", one, Field.ACTOR_TYPE));
            default -> Optional.empty();
        };
    }

    private static Optional<List<Posting.Entry>> atMost(List<Posting.Entry> entries) {
        return entries.size() > ENTRIES_MAX ? Optional.empty() : Optional.of(entries);
    }

    private static Posting.Entry key(String name, String value) {
        return new Posting.Entry("event_key", "event_key_value", List.of("name", "value"), List.of(name, value));
    }

    private static Posting.Entry entity(EntityRef entity) {
        return new Posting.Entry(
                "event", "event_entity", List.of("entity_id", "entity_type"), List.of(entity.id(), entity.type()));
    }

    private List<Posting.Entry> types(Term.OneOf term) throws SQLException {
        var entries = new ArrayList<Posting.Entry>();
        for (String value : term.values()) {
            List<String> types = term.isPattern(value) ? typesBelow(Term.OneOf.prefix(value)) : List.of(value);
            for (String type : types) {
                entries.add(new Posting.Entry("event", "event_type", List.of("type"), List.of(type)));
            }
        }
        return entries;
    }

    /** The prefix is a type that begins with it. */
    private List<String> typesBelow(String prefix) throws SQLException {
        var types = new ArrayList<>(List.of(prefix));
        types.addAll(tables.leap(NEXT_TYPE, List.of(), prefix, type -> type.startsWith(prefix), ENTRIES_MAX));
        return types;
    }

    private List<Posting.Entry> ids(String what, Term.OneOf ids, Field kind) throws SQLException {
        Optional<Term.OneOf> asked = of(kind, filter);
        var entries = new ArrayList<Posting.Entry>();
        for (String id : ids.values()) {
            List<String> kinds = asked.isPresent()
                    ? List.copyOf(asked.get().values())
                    : tables.leap(NEXT_KIND.formatted(what), List.of(id), "", each -> true, ENTRIES_MAX + 1);
            for (String each : kinds) {
                entries.add(new Posting.Entry(
                        "event", "event_" + what, List.of(what + "_id", what + "_type"), List.of(id, each)));
            }
        }
        return entries;
    }

    private static Optional<Term.OneOf> of(Field field, Filter filter) {
        return filter.terms().stream()
                .filter(term -> term instanceof Term.OneOf one && one.field() == field)
                .map(Term.OneOf.class::cast)
                .findFirst();
    }
}
