package io.trove.access;

import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerName;
import io.trove.ledger.Ledgers;
import io.trove.ledger.StoreUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The principals as the installation's ledger has them, at most a second ago. */
@ApplicationScoped
class Principals {

    private static final Duration REMEMBERED_FOR = Duration.ofSeconds(1);
    private static final int REMEMBERED_MAX = 10_000;
    private static final int NAME_MAX = 200;

    @PersistenceContext
    EntityManager rows;

    @Inject
    private Ledgers ledgers;

    private final Remembered<String, Optional<Principal>> recent =
            new Remembered<>(Clock.systemUTC(), REMEMBERED_FOR, REMEMBERED_MAX);

    Optional<Principal> find(String name) {
        if (name.length() > NAME_MAX || name.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        return recent.find(name).orElseGet(() -> {
            Optional<Principal> read = ledgers.lookUp(LedgerName.INSTALLATION)
                    .flatMap(ledger -> StoreUnavailable.reading(() -> read(ledger, name)));
            recent.keep(name, read);
            return read;
        });
    }

    /** What the caller may do in every ledger; no roles are granted for single ones yet. */
    Set<Permission> permissions(Caller caller) {
        if (caller.isTrove()) {
            return EnumSet.allOf(Permission.class);
        }
        return find(caller.id()).map(Principal::permissions).orElse(Set.of());
    }

    /** Reads the principal anew when it is next asked for, because it changed. */
    void forget(String name) {
        recent.forget(name);
    }

    Optional<Principal> read(Ledger installation, String name) {
        return rows.createNamedQuery("PrincipalRow.named", PrincipalRow.class)
                .setParameter("ledger", installation.id().value())
                .setParameter("name", name)
                .getResultStream()
                .findFirst()
                .map(row -> new Principal(row.name(), roles(installation, name), password(installation, name)));
    }

    private List<Role> roles(Ledger installation, String name) {
        return rows.createNamedQuery("RoleRow.of", RoleRow.class)
                .setParameter("ledger", installation.id().value())
                .setParameter("principal", name)
                .getResultStream()
                .flatMap(row -> Role.named(row.role()).stream())
                .toList();
    }

    private Optional<Principal.Password> password(Ledger installation, String name) {
        return rows.createNamedQuery("PasswordRow.newest", CredentialRow.class)
                .setParameter("ledger", installation.id().value())
                .setParameter("principal", name)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(CredentialRow::password);
    }
}
