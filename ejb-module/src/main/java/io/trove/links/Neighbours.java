package io.trove.links;

import java.sql.SQLException;

/** The edges of events, as they were before a position. Said more than once, an edge may come more than once. */
interface Neighbours {

    /** Takes edges, seen from one of the events that were asked for; false ends it. */
    interface Taker {
        boolean take(long from, long to, String type, long said) throws SQLException;
    }

    /** Hands over the edges of these events that count, and says whether they were all taken. */
    boolean of(long[] nodes, Scope scope, long before, Taker taker) throws SQLException;
}
