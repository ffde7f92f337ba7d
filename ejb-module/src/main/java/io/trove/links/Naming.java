package io.trove.links;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;

/** Tells the names of events from their positions. */
interface Naming {

    /** What is at these positions, as far as it is below a bound that is published. */
    Map<Long, Node> at(Collection<Long> positions, long below) throws SQLException;
}
