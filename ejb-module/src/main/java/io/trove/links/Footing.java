package io.trove.links;

import io.trove.filter.Tables;
import java.util.Optional;

/** What a question is answered by: how walks go, where single edges and names are, and the ledger's tables for all else. */
record Footing(Walk walk, Neighbours neighbours, Naming names, Tables tables) {

    /** The database alone. */
    static Footing stored(Tables tables) {
        var stored = new StoredNeighbours(tables);
        var levels = new LevelWalk(stored);
        return new Footing(
                tables.embedded() ? levels : new RecursiveWalk(tables, levels), stored, new Nodes(tables), tables);
    }

    /** A graph in memory, and its names when there was room for them. */
    static Footing held(Neighbours graph, Optional<Names> names, Tables tables) {
        Naming naming = names.isPresent() ? names.get() : new Nodes(tables);
        return new Footing(new LevelWalk(graph), graph, naming, tables);
    }
}
