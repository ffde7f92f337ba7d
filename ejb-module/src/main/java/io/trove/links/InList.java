package io.trove.links;

import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Lists of values in statements. On Derby they are rows to join with, each of which is looked up by an index: for an {@code
 * IN} it would read all of the ledger, because its indexes begin with the ledger. They are never longer than what was
 * measured fastest there, and of few lengths, so that few statements are prepared; what is left of a list is filled with a
 * value that nothing has. On PostgreSQL they are arrays.
 */
final class InList {

    static final int MAX = 64;

    private static final int FEW = 8;

    private InList() {}

    /** The values in parts, each for one statement. */
    static <T> List<List<T>> parts(Collection<T> values) {
        var all = new ArrayList<>(values);
        var parts = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += MAX) {
            parts.add(all.subList(from, Math.min(all.size(), from + MAX)));
        }
        return parts;
    }

    /** How many rows there are for so many values. */
    static int rows(int count) {
        return count == 1 ? 1 : count <= FEW ? FEW : MAX;
    }

    /** The beginning of a list of tables, of which the next is asked for so many values. */
    static String asked(Tables tables, int count, String type) {
        if (!tables.embedded()) {
            return "";
        }
        String row = "(CAST(? AS " + type + "))";
        return "--DERBY-PROPERTIES joinOrder=FIXED\n (VALUES " + row + (", " + row).repeat(rows(count) - 1)
                + ") AS asked (value), ";
    }

    /** The condition that a column is one of the values. */
    static String is(Tables tables, String column) {
        return column + (tables.embedded() ? " = asked.value" : " = ANY (?)");
    }

    /** Binds the list, which is what a statement begins with; the index of the next value. */
    static int bind(Tables tables, PreparedStatement select, long[] numbers) throws SQLException {
        if (!tables.embedded()) {
            select.setArray(
                    1,
                    tables.connection()
                            .createArrayOf(
                                    "int8", Arrays.stream(numbers).boxed().toArray()));
            return 2;
        }
        int count = rows(numbers.length);
        for (int i = 0; i < count; i++) {
            select.setLong(1 + i, i < numbers.length ? numbers[i] : -1);
        }
        return 1 + count;
    }

    /** The same of texts. */
    static int bind(Tables tables, PreparedStatement select, List<String> texts) throws SQLException {
        if (!tables.embedded()) {
            select.setArray(1, tables.connection().createArrayOf("text", texts.toArray()));
            return 2;
        }
        int count = rows(texts.size());
        for (int i = 0; i < count; i++) {
            select.setString(1 + i, i < texts.size() ? texts.get(i) : "");
        }
        return 1 + count;
    }

    /** A condition that a text is one of so many. */
    static String among(String column, int count) {
        return count == 1 ? column + " = ?" : column + " IN (?" + ", ?".repeat(rows(count) - 1) + ")";
    }
}
