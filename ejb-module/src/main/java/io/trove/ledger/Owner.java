package io.trove.ledger;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The account that owns the tables: what the running application may not do, it may. */
@ApplicationScoped
class Owner {

    @Resource(lookup = "jdbc/trove", shareable = false, authenticationType = Resource.AuthenticationType.APPLICATION)
    private DataSource source;

    @Inject
    @ConfigProperty(name = "TROVE_DB_OWNER_USER")
    private Optional<String> user;

    @Inject
    @ConfigProperty(name = "TROVE_DB_OWNER_PASSWORD")
    private Optional<String> password;

    /** The database as its owner; as everybody where none is set apart. */
    DataSource source() {
        return user.map(owner -> Opened.as(source, owner, password.orElse(""))).orElse(source);
    }
}
