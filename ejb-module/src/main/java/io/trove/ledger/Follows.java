package io.trove.ledger;

import io.trove.event.KeptDocument;
import io.trove.filter.Tables;
import java.sql.SQLException;
import java.util.List;

/**
 * Rows that a component keeps beside the events and that follow from them. An audit holds them against the events, stretch
 * by stretch and several at a time, each over a connection of its own; nothing is ever repaired.
 */
public interface Follows {

    /** Begins to look at the rows of the events from one position up to, but without, another. */
    Comparison over(Tables tables, long from, long end);

    /** How many such rows of events below this size there are. */
    long count(Tables tables, long size) throws SQLException;

    /** The rows that no event below this size has, the first so many: asked for when there are more than there should be. */
    List<Difference> strays(Tables tables, long size, int max) throws SQLException;

    /** The events of a stretch, one after the other, and then what is found. */
    interface Comparison {

        /** The event at this position, in the order of the positions. */
        void see(long position, KeptDocument document);

        /** How many rows the events that were seen have. */
        long rows();

        /** Where the rows are not those that the events have. */
        List<Difference> differences() throws SQLException;
    }

    /** A row that does not follow from the event at its position, or one that is missing there. */
    record Difference(long position, String subject, String field, String sentence) {}
}
