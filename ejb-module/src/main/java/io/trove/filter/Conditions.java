package io.trove.filter;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a filter asks of the columns of the table {@code event}, as conditions to add to a statement that finds its rows by
 * position; said in such a way that no planner takes them for a way to find rows by.
 */
public final class Conditions {

    /** More values than this are not compared in SQL; the documents are looked at instead. */
    private static final int VALUES_MAX = 1_000;

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    private Conditions() {}

    /** Those of an extent, as far as columns can tell. */
    public static Conditions of(Extent within) {
        return of(Filter.all(), within);
    }

    /** Those of a filter, within an extent as far as columns can tell. */
    static Conditions of(Filter filter, Extent within) {
        var conditions = new Conditions();
        filter.terms().forEach(conditions::add);
        conditions.add(within.any().stream().map(Conditions::of).toList());
        return conditions;
    }

    private static Conditions of(Filter filter) {
        var conditions = new Conditions();
        filter.terms().forEach(conditions::add);
        return conditions;
    }

    /** Any of several; if one of them asks nothing, all of them together ask nothing. */
    private void add(List<Conditions> any) {
        int asked = any.stream().mapToInt(each -> each.values.size()).sum();
        if (any.isEmpty() || asked > VALUES_MAX || any.stream().anyMatch(Conditions::isEmpty)) {
            return;
        }
        if (any.size() == 1) {
            sql.append(any.get(0).sql);
            values.addAll(any.get(0).values);
            return;
        }
        sql.append(
                any.stream().map(each -> "(1 = 1" + each.sql + ")").collect(Collectors.joining(" OR ", " AND (", ")")));
        any.forEach(each -> values.addAll(each.values));
    }

    /** Whether the term is said by a column. */
    static boolean cover(Term term) {
        return (term instanceof Term.OneOf one && one.field().column().isPresent())
                || (term instanceof Term.Within within && within.moment() == Term.Within.Moment.CREATED);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Each condition with an {@code AND} before it. */
    public String sql() {
        return sql.toString();
    }

    /** Sets the conditions' values, from this parameter on. */
    public void bind(PreparedStatement statement, int first) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof Long number) {
                statement.setLong(first + i, number);
            } else {
                statement.setString(first + i, (String) values.get(i));
            }
        }
    }

    private void add(Term term) {
        if (term instanceof Term.OneOf one) {
            one.field().column().ifPresent(column -> add(column + " || ''", one));
        } else if (term instanceof Term.Within within && within.moment() == Term.Within.Moment.CREATED) {
            sql.append(" AND created_at + 0 >= ? AND created_at + 0 < ?");
            values.add(within.fromMicros());
            values.add(within.untilMicros());
        }
    }

    private void add(String column, Term.OneOf term) {
        var choices = new ArrayList<String>();
        List<String> exact =
                term.values().stream().filter(value -> !term.isPattern(value)).toList();
        if (!exact.isEmpty()) {
            choices.add(column + " IN (?" + ", ?".repeat(exact.size() - 1) + ")");
            values.addAll(exact);
        }
        for (String pattern : term.values()) {
            if (term.isPattern(pattern)) {
                choices.add("%1$s >= ? AND %1$s < ?".formatted(column));
                values.add(Term.OneOf.prefix(pattern));
                values.add(Term.OneOf.behind(pattern));
            }
        }
        sql.append(" AND (").append(String.join(" OR ", choices)).append(')');
    }
}
