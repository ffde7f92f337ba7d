package io.trove.access;

import io.trove.access.Roster.Origin;
import io.trove.event.Flakes;
import io.trove.event.Json;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerName;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;

/** Says who may ask for an organization: people and programs, and the roles they have. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Principals {

    static final int PASSWORD_LENGTH_MIN = 12;

    private static final String PASSWORD = "password";
    private static final String LENGTHS = PASSWORD_LENGTH_MIN + " to " + PasswordCheck.LENGTH_MAX + " characters";

    private static final java.util.Set<String> OF_PRINCIPALS = java.util.Set.of(
            SystemEvents.PRINCIPAL_CREATED, SystemEvents.PRINCIPAL_CHANGED, SystemEvents.PRINCIPAL_REMOVED);

    /** So many keys are revoked in one request, with their principal. */
    private static final int KEYS_MAX = 500;

    @Inject
    private Roster roster;

    @Inject
    private Desk desk;

    @Inject
    private Administrators administrators;

    @Inject
    private PasswordCheck passwords;

    @Inject
    private Flakes flakes;

    @Inject
    private Event<OwnPasswordSet> own;

    /** The outcome of setting something: how it is now, and whether it is new. */
    public record Set(Map<String, Object> members, boolean isNew) {}

    /** Makes the principal, or sets how it is from now on. */
    public Set set(Caller caller, String organization, String name, Json body) {
        return set(caller, organization, name, body, Basis.any());
    }

    /** The same where what is there already is what it has to be. */
    public Set set(Caller caller, String organization, String name, Json body, Basis basis) {
        Ledger home = desk.administered(caller, organization, "Setting a principal");
        requireName(name);
        Principal principal = Principal.read(name, Form.of(body));
        var isNew = new AtomicBoolean();
        var types = new TreeSet<>(basis.changedBy(OF_PRINCIPALS));
        types.add(SystemEvents.ROLE_REMOVED);
        desk.decide(home, Administrators.changedBy(home, types), () -> {
            basis.require("principal", name, roster.principal(home, name).map(Principal::members));
            isNew.set(isNew(home, principal));
            return SystemEvents.principalSet(caller, principal, isNew.get());
        });
        return new Set(principal.members(), isNew.get());
    }

    /** Whether a principal that may be set so is new. */
    private boolean isNew(Ledger home, Principal principal) {
        for (int i = 0; i < principal.grants().size(); i++) {
            requireGrant(home, principal.grants().get(i), "/roles/" + i);
        }
        administrators.requireLeft(home, principal);
        boolean isNew = roster.principal(home, principal.name()).isEmpty();
        if (isNew && !home.name().equals(LedgerName.INSTALLATION)) {
            requireFree(principal.name());
        }
        return isNew;
    }

    public Map<String, Object> find(Caller caller, String organization, String name) {
        Ledger home = desk.administered(caller, organization, "Reading principals");
        return roster.principal(home, name).map(Principal::members).orElseThrow(() -> new Absent("principal", name));
    }

    /** A page of the principals, by name, behind a name. */
    public List<Map<String, Json>> all(Caller caller, String organization, String after, int limit) {
        Ledger home = desk.administered(caller, organization, "Reading principals");
        return roster.all(home, Kind.PRINCIPAL, after, limit).stream()
                .map(Json::members)
                .toList();
    }

    /** The same as a document says it; what it says instead is told to nobody. */
    public void setPassword(Caller caller, String organization, String name, Json body) {
        if (!body.isObject()) {
            throw Invalid.at("", "no object", "an object with password");
        }
        Json password = Form.of(body)
                .object(java.util.Set.of(PASSWORD))
                .required(PASSWORD)
                .value();
        char[] text = password.text()
                .orElseThrow(() -> Invalid.at("/password", "no text", LENGTHS))
                .toCharArray();
        setPassword(caller, organization, name, text);
    }

    /** Sets a password: by who administers the organization, or by the principal itself. */
    public void setPassword(Caller caller, String organization, String name, char[] password) {
        boolean isOwn = Origin.of(caller).equals(new Origin(organization, name))
                && caller.key().isEmpty();
        Ledger home = isOwn
                ? roster.home(organization).orElseThrow(() -> new Absent("organization", organization))
                : desk.administered(caller, organization, "Setting a password");
        requireThere(home, name);
        if (PasswordCheck.hasPadding(password)) {
            throw Invalid.at("/password", "a character of no meaning, U+0000", LENGTHS);
        }
        if (password.length < PASSWORD_LENGTH_MIN || password.length > PasswordCheck.LENGTH_MAX) {
            throw Invalid.at("/password", password.length + " characters long", LENGTHS);
        }
        String event = "password-" + flakes.next();
        String hash = passwords.hash(password);
        desk.decide(home, java.util.Set.of(SystemEvents.PRINCIPAL_REMOVED), () -> {
            requireThere(home, name);
            return SystemEvents.passwordSet(caller, name, event, hash);
        });
        if (isOwn) {
            own.fire(new OwnPasswordSet(caller.byPassword(event)));
        }
    }

    /**
     * From now on there is no such principal, and its keys open nothing; a later one of the same name has neither its password nor
     * its keys. Nobody removes themselves, so that somebody is left who can administer.
     */
    public void remove(Caller caller, String organization, String name) {
        Ledger home = desk.administered(caller, organization, "Removing a principal");
        if (Origin.of(caller).equals(new Origin(organization, name))) {
            throw Invalid.at("/name", "\"" + name + "\", which is you", "another principal");
        }
        desk.decide(home, Administrators.changedBy(home, SystemEvents.KEY_CREATED), () -> {
            requireThere(home, name);
            administrators.requireLeftWithout(home, name);
            return SystemEvents.principalRemoved(caller, name, keys(home, name));
        });
    }

    private List<Key> keys(Ledger home, String name) {
        List<Key> keys = roster.every(home, Kind.KEY)
                .map(Key::kept)
                .filter(key -> key.principal().equals(name) && !key.revoked())
                .toList();
        if (keys.size() > KEYS_MAX) {
            throw Invalid.at(
                    "/name",
                    "\"" + name + "\" with " + keys.size() + " keys",
                    "one with at most " + KEYS_MAX + "; revoke some first");
        }
        return keys;
    }

    private void requireThere(Ledger home, String name) {
        if (roster.principal(home, name).isEmpty()) {
            throw new Absent("principal", name);
        }
    }

    static boolean isName(String name) {
        return Roster.isName(name) && !name.contains("/") && !name.contains(":");
    }

    private static void requireName(String name) {
        if (!isName(name) || !name.strip().equals(name)) {
            throw Invalid.at(
                    "/name",
                    "\"" + name + "\"",
                    "1 to 200 characters, without controls, / and :, and without space at the ends");
        }
    }

    private void requireGrant(Ledger home, Grant grant, String pointer) {
        if (roster.role(home, grant.role()).isEmpty()) {
            throw Invalid.at(pointer + "/role", "\"" + grant.role() + "\"", "a role of the organization");
        }
        for (int i = 0; i < grant.environments().size(); i++) {
            String environment = grant.environments().get(i);
            if (!Organization.ENVIRONMENTS.contains(environment)) {
                throw Invalid.at(
                        pointer + "/environments/" + i,
                        "\"" + environment + "\"",
                        "one of " + String.join(", ", Organization.ENVIRONMENTS));
            }
        }
    }

    /** Events name an actor without its organization, so that nobody may be called as one who acts in all of them. */
    private void requireFree(String name) {
        Optional<Principal> everywhere =
                roster.home(Origin.of(name).organization()).flatMap(home -> roster.principal(home, name));
        if (everywhere.isPresent()) {
            throw Invalid.at("/name", "\"" + name + "\"", "a name that no principal of the installation has");
        }
    }
}
