package io.trove.server;

import java.time.Duration;

/** Servers that tests share when they do them no harm; each starts when it is first asked for, and ends with the tests. */
public final class Shared {

    /** The site whose pages may ask the one on the embedded database. */
    public static final String SITE = "https://app.example.com";

    /** The organization there whose principals the issuer's tokens name: {@code staff} read, {@code clerks} are clerks. */
    public static final String GUESTS = "guests";

    private Shared() {}

    /** Whose tokens the server on the embedded database accepts. */
    public static Issuer issuer() {
        return Derby.ISSUER;
    }

    /** On the embedded database. */
    public static Server onDerby() {
        return OnDerby.SERVER;
    }

    /** On PostgreSQL; it may import what the guests of the other have in production. */
    public static Server onPostgres() {
        return OnPostgres.SERVER;
    }

    /** The database of that one. */
    public static Postgres postgres() {
        return OnPostgres.DATABASE;
    }

    /** Another site on the database of that one, where ledgers can be rotated to the key that both have as another. */
    public static Site besidePostgres() {
        return OnPostgres.site(OnPostgres.DATABASE.signingKey(), OnPostgres.ANOTHER_KEY);
    }

    /** Known before it is started, so that another can be told of it. */
    private static final class Derby {
        private static final Issuer ISSUER = Issuer.start();
        private static final Site HERE = Site.onDerby();
        private static final Site SITE = HERE.with("TROVE_CORS_ORIGINS", Shared.SITE)
                .with("TROVE_OIDC_CLIENT_ID", Issuer.CLIENT)
                .with("TROVE_OIDC_CLIENT_SECRET", Issuer.SECRET)
                .with("TROVE_CONSOLE_URL", "http://localhost:" + HERE.port())
                .with("TROVE_OIDC_ISSUER", ISSUER.address())
                .with("TROVE_OIDC_ORGANIZATION", GUESTS)
                .with("TROVE_OIDC_ROLES", "staff=reader@production, clerks=clerk@production");
    }

    private static final class OnDerby {
        private static final Server SERVER = Derby.SITE.start();
    }

    private static final class OnPostgres {
        private static final Postgres DATABASE = Postgres.freshDatabase();
        private static final String ANOTHER_KEY = Postgres.newSigningKey();
        private static final Server SERVER =
                site(ANOTHER_KEY, DATABASE.signingKey()).start();

        private static Site site(String key, String newest) {
            return Site.onPostgres(DATABASE)
                    .with("TROVE_SIGNING_KEY", key + "," + newest)
                    .with("TROVE_IMPORT_FROM", "http://localhost:" + Derby.SITE.port())
                    .with("TROVE_IMPORT_KEY", Derby.ISSUER.token("importer", "[\"staff\"]", Duration.ofHours(6)));
        }
    }
}
