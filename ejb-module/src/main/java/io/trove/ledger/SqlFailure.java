package io.trove.ledger;

import java.sql.SQLException;
import java.util.Set;

/** What a database's failure means for the transaction that it ended. */
enum SqlFailure {
    /** A row is there already; nothing was written. */
    DUPLICATE,
    /** The database does not take a row; nothing was written, and trying again does not help. */
    REJECTED,
    /** Another transaction was in the way; nothing was written, and trying again helps. */
    RETRY,
    /** Another transaction held what was to be written for as long as is waited; nothing was written. */
    HELD,
    /** This connection may only read; nothing was written, and another connection may do better. */
    READ_ONLY,
    /** The connection or the server went; the commit may have happened. */
    UNCLEAR;

    /** What a statement is, whatever its connection: data, syntax, rights, limits. */
    private static final Set<String> OF_THE_STATEMENT = Set.of("0A", "21", "22", "42", "54");

    /** The last is that of a transaction in which nothing was said for so long that PostgreSQL ended it with its connection. */
    private static final Set<String> OF_THE_TRANSACTION = Set.of("40001", "40P01", "40XL1", "40XL2", "25P03");

    /** What the first failure of the database among the causes means. */
    static SqlFailure of(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql) {
                return of(sql);
            }
        }
        return UNCLEAR;
    }

    static SqlFailure of(SQLException failure) {
        for (SQLException each = failure; each != null; each = next(each)) {
            String state = each.getSQLState() == null ? "" : each.getSQLState();
            if (state.startsWith("23")) {
                return DUPLICATE;
            }
            if (OF_THE_TRANSACTION.contains(state)) {
                return RETRY;
            }
            if (state.equals("55P03")) {
                return HELD;
            }
            if (state.equals("25006")) {
                return READ_ONLY;
            }
            if (state.length() == 5 && OF_THE_STATEMENT.contains(state.substring(0, 2))) {
                return REJECTED;
            }
        }
        return UNCLEAR;
    }

    /**
     * Whether Derby fell over something of its own. It does when a table has grown and one thread compiles a statement anew that
     * another is about to run; the next try finds it compiled.
     */
    static boolean isInternal(SQLException failure) {
        return "XJ001".equals(failure.getSQLState());
    }

    /** The database's own words for which row was there, without values. */
    static String constraint(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        var quoted =
                java.util.regex.Pattern.compile("['\"]([A-Za-z_0-9]+)['\"]").matcher(message);
        return quoted.find() ? quoted.group(1).toLowerCase(java.util.Locale.ROOT) : "a unique name";
    }

    private static SQLException next(SQLException failure) {
        if (failure.getNextException() != null) {
            return failure.getNextException();
        }
        return failure.getCause() instanceof SQLException cause ? cause : null;
    }
}
