package io.trove.ledger;

import io.trove.refusal.CannotStart;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The first thing of a start: the tables are brought to this version's form. Everything else waits for it. */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class Migration {

    @Resource(lookup = "jdbc/trove", shareable = false, authenticationType = Resource.AuthenticationType.APPLICATION)
    private DataSource source;

    @Inject
    @ConfigProperty(name = "TROVE_DB_USER")
    private String user;

    @Inject
    private Owner owner;

    private volatile boolean done;

    @PostConstruct
    void migrate() {
        new Migrations(owner.source(), database(), user).apply();
        done = true;
    }

    /** Whether the tables have the form that this version knows. */
    public boolean isDone() {
        return done;
    }

    private Database database() {
        try {
            return Database.of(source);
        } catch (SQLException failure) {
            throw new CannotStart(
                    "The database cannot be used: "
                            + failure.getMessage().lines().findFirst().orElse(""),
                    failure);
        }
    }
}
