package io.trove.crash;

import io.trove.server.Site;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** What happens to a site with the embedded database while no server runs there. */
record Meanwhile(Site site) {

    private static final String NO_DATABASE_ANY_MORE = "08006";

    /** Uploads, verifications and leases are a week older. */
    void aWeekPasses() throws SQLException {
        System.setProperty("derby.stream.error.file", "target/derby.log");
        String url = "jdbc:derby:" + site.home().resolve("derby");
        long week = Duration.ofDays(7).plusMinutes(1).toNanos() / 1_000;
        try (Connection connection = DriverManager.getConnection(url, "trove", "");
                Statement sql = connection.createStatement()) {
            sql.executeUpdate("UPDATE blob SET touched_at = touched_at - " + week);
            sql.executeUpdate("UPDATE file_verification SET started_at = started_at - " + week);
            sql.executeUpdate("UPDATE lease SET expires_at = expires_at - " + week);
        } finally {
            end(url);
        }
    }

    /** Derby tells that a database is shut down by an exception. */
    private static void end(String url) throws SQLException {
        try (Connection never = DriverManager.getConnection(url + ";shutdown=true")) {
            throw new IllegalStateException("open after its end: " + never);
        } catch (SQLException ended) {
            if (!ended.getSQLState().equals(NO_DATABASE_ANY_MORE)) {
                throw ended;
            }
        }
    }
}
