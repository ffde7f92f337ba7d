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
    /** The connection or the server went; the commit may have happened. */
    UNCLEAR;

    /** What a statement is, whatever its connection: data, syntax, rights, limits. */
    private static final Set<String> OF_THE_STATEMENT = Set.of("0A", "21", "22", "42", "54");

    static SqlFailure of(SQLException failure) {
        for (SQLException each = failure; each != null; each = next(each)) {
            String state = each.getSQLState() == null ? "" : each.getSQLState();
            if (state.startsWith("23")) {
                return DUPLICATE;
            }
            if (state.equals("40001") || state.equals("40P01") || state.equals("40XL1") || state.equals("40XL2")) {
                return RETRY;
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
