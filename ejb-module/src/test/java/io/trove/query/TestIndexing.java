package io.trove.query;

import io.trove.ledger.Appending;
import io.trove.ledger.Follows;
import java.util.function.Consumer;

/** Lets tests of other packages write index keys as the container does. */
public final class TestIndexing {

    private TestIndexing() {}

    public static Consumer<Appending> contributor() {
        return new Indexing()::index;
    }

    /** What an audit holds index keys against. */
    public static Follows follows() {
        return new KeptKeys();
    }
}
