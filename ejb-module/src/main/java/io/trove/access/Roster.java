package io.trove.access;

import io.trove.event.Identifier;
import io.trove.event.Json;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerName;
import io.trove.ledger.Ledgers;
import io.trove.ledger.StoreUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The principals, roles and keys of each organization, as its {@code system} ledger says. What was read is remembered for
 * as long as that ledger goes no further: each request needs it.
 */
@ApplicationScoped
class Roster {

    private static final int NAME_MAX = 200;
    private static final int PAGE = 500;
    private static final String SYSTEM = "system";

    @PersistenceContext
    EntityManager rows;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Fence fence;

    private final Fenced<Principal> principals = new Fenced<>();
    private final Fenced<Role> roles = new Fenced<>();
    private final Fenced<KeptKey> keys = new Fenced<>();

    /** A key and the hash of its secret. */
    record KeptKey(Key key, String hash) {

        @Override
        public String toString() {
            return key.toString();
        }
    }

    /**
     * The ledger that says who may ask for an organization. Asked of the facade: its own scope gives the connection back, where an
     * append that asks this would hold it until its commit.
     */
    Optional<Ledger> home(String organization) {
        return LedgerName.isName(organization)
                ? ledgers.lookUp(new LedgerName(organization, SYSTEM))
                : Optional.empty();
    }

    Optional<Principal> principal(Ledger home, String name) {
        if (!isName(name)) {
            return Optional.empty();
        }
        return principals.find(
                home.id(), name, fence.size(home), () -> StoreUnavailable.reading(() -> readPrincipal(home, name)));
    }

    /** Whom their organization has disabled is nobody, whatever somebody else says of them. */
    boolean isDisabled(Origin origin) {
        return home(origin.organization())
                .flatMap(home -> principal(home, origin.name()))
                .filter(Principal::disabled)
                .isPresent();
    }

    /** A role of an organization, shipped or its own. */
    Optional<Role> role(Ledger home, String name) {
        Optional<Role> shipped = Role.shipped(name);
        return shipped.isPresent()
                ? shipped
                : roles.find(
                        home.id(),
                        name,
                        fence.size(home),
                        () -> newest(home, Kind.ROLE, name, row -> Role.read(row.name(), Form.of(row.content()))));
    }

    Optional<KeptKey> key(Ledger home, String id) {
        return keys.find(
                home.id(),
                id,
                fence.size(home),
                () -> newest(home, Kind.KEY, id, row -> {
                    Key key = Key.kept(row.content());
                    return new KeptKey(key, credential(home, key.madeBy()));
                }));
    }

    /** What an organization says of itself. */
    Optional<Json> settings(Ledger home) {
        return newest(home, Kind.ORGANIZATION, home.name().organization(), AccessRow::content);
    }

    /** Reads anew what is next asked for, because this server changed it. */
    void changed(Ledger home) {
        fence.moved(home);
    }

    /** Everything that an organization has of a kind. */
    Stream<Json> every(Ledger home, Kind kind) {
        return Stream.iterate(
                        all(home, kind, "", PAGE), page -> !page.isEmpty(), page -> all(home, kind, last(page), PAGE))
                .flatMap(List::stream);
    }

    private static String last(List<Json> page) {
        Json last = page.get(page.size() - 1);
        return last.member("name")
                .or(() -> last.member("id"))
                .flatMap(Json::text)
                .orElseThrow();
    }

    /** A page of what an organization has of a kind, by name, behind a name. */
    List<Json> all(Ledger home, Kind kind, String after, int limit) {
        return StoreUnavailable.reading(() -> rows.createNamedQuery("AccessRow.all", AccessRow.class)
                .setParameter("ledger", home.id().value())
                .setParameter("kind", kind.text())
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultStream()
                .map(AccessRow::content)
                .toList());
    }

    Optional<Principal> readPrincipal(Ledger home, String name) {
        return read(home, Kind.PRINCIPAL, name, row -> Principal.read(row.name(), Form.of(row.content())))
                .map(principal -> principal.with(password(home, name)));
    }

    private <T> Optional<T> newest(Ledger home, Kind kind, String name, Function<AccessRow, T> as) {
        return StoreUnavailable.reading(() -> read(home, kind, name, as));
    }

    private <T> Optional<T> read(Ledger home, Kind kind, String name, Function<AccessRow, T> as) {
        return rows.createNamedQuery("AccessRow.newest", AccessRow.class)
                .setParameter("ledger", home.id().value())
                .setParameter("kind", kind.text())
                .setParameter("name", name)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .filter(AccessRow::isThere)
                .map(as);
    }

    private Optional<Principal.Password> password(Ledger home, String name) {
        return rows.createNamedQuery("PasswordRow.newest", CredentialRow.class)
                .setParameter("ledger", home.id().value())
                .setParameter("principal", name)
                .setParameter("removed", removed(home, name))
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(CredentialRow::password);
    }

    /** Where the principal of this name was removed the last time: what was set before was another's. */
    private long removed(Ledger home, String name) {
        Long position = rows.createNamedQuery("AccessRow.removed", Long.class)
                .setParameter("ledger", home.id().value())
                .setParameter("kind", Kind.PRINCIPAL.text())
                .setParameter("name", name)
                .getSingleResult();
        return position == null ? -1 : position;
    }

    private String credential(Ledger home, String eventId) {
        return rows.find(CredentialRow.class, new CredentialRow.Key(home.id().value(), eventId))
                .password()
                .hash();
    }

    static boolean isName(String name) {
        return name.length() <= NAME_MAX && Identifier.isOne(name);
    }

    /** Where a caller is at home, and under which name there. */
    record Origin(String organization, String name) {

        /** The installation's principals are called by their name alone, all others by {@code organization/name}. */
        static Origin of(String callerId) {
            int slash = callerId.indexOf('/');
            return slash < 0
                    ? new Origin(LedgerName.INSTALLATION.organization(), callerId)
                    : new Origin(callerId.substring(0, slash), callerId.substring(slash + 1));
        }

        boolean isInstallation() {
            return organization.equals(LedgerName.INSTALLATION.organization());
        }

        String callerId() {
            return isInstallation() ? name : organization + "/" + name;
        }

        static Origin of(Caller caller) {
            return of(caller.id());
        }
    }
}
