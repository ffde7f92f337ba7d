package io.trove.ledger;

import io.trove.refusal.CannotStart;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.ValidateOutput;

/** Brings the tables to the form that this version of Trove knows: forward only, under Flyway's lock. */
final class Migrations {

    private static final String HISTORY = "trove_schema_history";
    private static final String FORBIDDEN = "42501";

    private final Flyway flyway;

    /** As the owner of the tables, who grants the application's role its rights. */
    Migrations(DataSource owner, Database database, String role) {
        Map<String, String> placeholders = new HashMap<>(database.placeholders());
        placeholders.put("role", role);
        this.flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database.shared() ? Opened.patiently(owner) : owner)
                .table(HISTORY)
                .locations("classpath:db/migration")
                .callbackLocations("classpath:db/callback")
                .placeholders(placeholders)
                .ignoreMigrationPatterns(new String[0])
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .load();
    }

    /** Applies what is pending; {@link CannotStart} when the database is newer than the software, or may not be changed. */
    void apply() {
        try {
            flyway.migrate();
        } catch (FlywayValidateException other) {
            refuseNewer();
            throw new CannotStart(
                    "The database's tables were made by another build of Trove (" + difference()
                            + "); start that build, or set TROVE_HOME or TROVE_DB_URL to where no data are",
                    other);
        } catch (FlywayException failure) {
            Throwable root = root(failure);
            if (root instanceof SQLException sql && FORBIDDEN.equals(sql.getSQLState())) {
                throw new CannotStart(
                        "The database's tables are older than this Trove, and its account may not change them;"
                                + " set TROVE_DB_OWNER_USER and TROVE_DB_OWNER_PASSWORD for this start",
                        failure);
            }
            throw new CannotStart(
                    "The database's tables could not be brought to this version: "
                            + String.valueOf(root.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("no reason given"),
                    failure);
        }
    }

    private String difference() {
        return flyway.validateWithResult().invalidMigrations.stream()
                .filter(each -> each.errorDetails != null && isNumbered(each))
                .findFirst()
                .map(each -> "migration %s, %s, is not the same there".formatted(each.version, each.description))
                .orElse("their migrations are not the same");
    }

    /** Those without a number are applied anew whenever they change, so they say nothing of another build. */
    private static boolean isNumbered(ValidateOutput migration) {
        return migration.version != null && !migration.version.isEmpty();
    }

    /** Asked only of tables that are there: where Derby has none yet, Flyway keeps the connection that it asks by open. */
    private void refuseNewer() {
        for (MigrationInfo each : flyway.info().all()) {
            if (each.getState() == MigrationState.FUTURE_SUCCESS) {
                throw new CannotStart(
                        "The data are of a newer Trove: its tables are at version %s, which this one does not know;"
                                        .formatted(each.getVersion())
                                + " start that version or a later one");
            }
        }
    }

    private static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }
}
