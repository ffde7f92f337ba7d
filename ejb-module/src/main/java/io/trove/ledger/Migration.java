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
import java.util.Optional;
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
    @ConfigProperty(name = "TROVE_DB_OWNER_USER")
    private Optional<String> ownerUser;

    @Inject
    @ConfigProperty(name = "TROVE_DB_OWNER_PASSWORD")
    private Optional<String> ownerPassword;

    private volatile boolean done;

    @PostConstruct
    void migrate() {
        new Migrations(owner(), database(), user).apply();
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

    private DataSource owner() {
        return ownerUser
                .<DataSource>map(owner -> new Account(source, owner, ownerPassword.orElse("")))
                .orElse(source);
    }
}
