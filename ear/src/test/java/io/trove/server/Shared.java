package io.trove.server;

/** Servers that tests share when they do them no harm; each starts when it is first asked for, and ends with the tests. */
public final class Shared {

    private Shared() {}

    /** On the embedded database. */
    public static Server onDerby() {
        return Derby.SERVER;
    }

    /** On PostgreSQL. */
    public static Server onPostgres() {
        return OnPostgres.SERVER;
    }

    private static final class Derby {
        private static final Server SERVER = Site.onDerby().start();
    }

    private static final class OnPostgres {
        private static final Server SERVER = Site.onPostgres().start();
    }
}
