package io.trove.integrity;

import io.trove.ledger.Store;
import java.util.concurrent.Future;

/** Those who look at stretches of a ledger, some at a time, each over a connection of its own. */
interface Hands {

    /** So many look at the same time, at most. */
    int MAX = 4;

    <T> Future<T> look(Store.Work<T> work);

    /** As many as this machine can keep busy. */
    static int count() {
        return Math.min(MAX, Runtime.getRuntime().availableProcessors());
    }
}
