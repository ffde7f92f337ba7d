package io.trove.start;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready with a database that answers; Liberty adds that every startup bean has finished. The data name this run of the
 * server, so that it can tell its own answer from another program's on the same port.
 */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {

    private static final int DATABASE_WAIT_SECONDS_MAX = 2;
    private static final String RUN = UUID.randomUUID().toString();

    @Resource(lookup = "jdbc/trove")
    private DataSource database;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database")
                .status(databaseAnswers())
                .withData("run", RUN)
                .build();
    }

    static String run() {
        return RUN;
    }

    private boolean databaseAnswers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(DATABASE_WAIT_SECONDS_MAX);
        } catch (SQLException unreachable) {
            return false;
        }
    }
}
