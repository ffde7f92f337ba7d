package io.trove.links;

import java.sql.SQLException;

/** Walks from an event, breadth first: each event that is reached comes once, at its least distance. */
interface Walk {

    Walked walk(Question question, Seen seen) throws SQLException;
}
