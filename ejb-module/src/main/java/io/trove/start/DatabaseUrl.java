package io.trove.start;

import io.trove.refusal.CannotStart;

/** The address of the database; Liberty has no words for one that no driver knows. */
final class DatabaseUrl {

    private DatabaseUrl() {}

    private static final String EMBEDDED = "jdbc:derby:";

    static boolean isEmbedded(String url) {
        return url.startsWith(EMBEDDED);
    }

    static void known(String url) {
        if (!isEmbedded(url) && !url.startsWith("jdbc:postgresql:")) {
            throw new CannotStart("No database is known under " + kind(url)
                    + "; set TROVE_DB_URL to an address that begins with jdbc:postgresql: or jdbc:derby:.");
        }
    }

    /** What comes after may hold a password. */
    private static String kind(String url) {
        int end = url.indexOf(':', url.indexOf(':') + 1);
        return end < 0 ? "a TROVE_DB_URL without a kind" : url.substring(0, end + 1);
    }
}
