package io.trove.access;

import io.trove.event.Json;
import io.trove.event.Times;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes API keys, lists and revokes them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Keys {

    @PersistenceContext
    private EntityManager rows;

    @Inject
    private Roster roster;

    @Inject
    private Desk desk;

    @Inject
    private Granted granted;

    /** A new key of a principal; its {@code key} is told now and never again. */
    public Map<String, Object> create(Caller caller, String organization, Json body) {
        Ledger home = desk.administered(caller, organization, "Making an API key");
        ApiKey made = ApiKey.next(organization);
        Key key = Key.asked(made.id(), Form.of(body));
        if (!key.holds(granted.nowMicros())) {
            throw Invalid.at(
                    "/expiresAt", Times.text(key.expiresAtMicros().orElseThrow()), "a time that is still to come");
        }
        desk.decide(home, Set.of(SystemEvents.PRINCIPAL_REMOVED), () -> {
            if (roster.principal(home, key.principal()).isEmpty()) {
                throw Invalid.at("/principal", "\"" + key.principal() + "\"", "a principal of the organization");
            }
            return SystemEvents.keyCreated(caller, key, made.hash());
        });
        Map<String, Object> members = key.members();
        members.put("key", made.whole());
        return members;
    }

    /** A page of the keys, by id, behind an id; never a secret. */
    public List<Map<String, Object>> all(Caller caller, String organization, String after, int limit) {
        Ledger home = desk.administered(caller, organization, "Reading API keys");
        return roster.all(home, Kind.KEY, after, limit).stream()
                .map(content -> members(home, Key.kept(content)))
                .toList();
    }

    /** From now on the key opens nothing: at once on this server, within a second on every other. */
    public void revoke(Caller caller, String organization, String id) {
        Ledger home = desk.administered(caller, organization, "Revoking an API key");
        Key key = roster.key(home, id).map(Roster.KeptKey::key).orElseThrow(() -> new Absent("key", id));
        if (!key.revoked()) {
            desk.append(home, SystemEvents.keyRevoked(caller, key));
        }
    }

    private Map<String, Object> members(Ledger home, Key key) {
        Map<String, Object> members = key.members();
        Optional.ofNullable(
                        rows.find(KeyUseRow.class, new KeyUseRow.Of(home.id().value(), key.id())))
                .ifPresent(use -> members.put("lastUsedAt", Times.text(use.usedAt())));
        return members;
    }
}
