package io.trove.links;

import io.trove.filter.Tables;

/** What a question is answered by: how walks go, where single edges are, and the ledger's tables for all else. */
record Footing(Walk walk, Neighbours neighbours, Tables tables) {

    /** The database alone. */
    static Footing stored(Tables tables) {
        var stored = new StoredNeighbours(tables);
        var levels = new LevelWalk(stored);
        return new Footing(tables.embedded() ? levels : new RecursiveWalk(tables, levels), stored, tables);
    }

    /** A graph in memory. */
    static Footing held(Neighbours graph, Tables tables) {
        return new Footing(new LevelWalk(graph), graph, tables);
    }
}
