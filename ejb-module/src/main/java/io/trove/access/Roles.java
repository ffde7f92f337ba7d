package io.trove.access;

import io.trove.event.Json;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;

/** Says what roles an organization has beside those that every organization has. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Roles {

    static final int TEXT_MAX = 16_000;

    @Inject
    private Roster roster;

    @Inject
    private Desk desk;

    @Inject
    private Administrators administrators;

    /** Makes the role, or sets what it holds from now on, for all who have it. */
    public Principals.Set set(Caller caller, String organization, String name, Json body) {
        return set(caller, organization, name, body, Basis.any());
    }

    /** The same where what is there already is what it has to be. */
    public Principals.Set set(Caller caller, String organization, String name, Json body, Basis basis) {
        Ledger home = desk.administered(caller, organization, "Setting a role");
        if (Role.shipped(name).isPresent()) {
            throw Invalid.at("/name", "\"" + name + "\"", "a name that no shipped role has");
        }
        if (!name.strip().equals(name)) {
            throw Invalid.at("/name", "\"" + name + "\"", "a name without space at its ends");
        }
        Role role = Role.read(Role.name(new Form("/name", Json.of(name))), Form.of(body));
        if (role.text().length() > TEXT_MAX) {
            throw Invalid.at("", role.text().length() + " characters long", "at most " + TEXT_MAX);
        }
        Unclear.refuse(Form.of(body));
        var isNew = new AtomicBoolean();
        var types = new TreeSet<>(basis.changedBy(Set.of(SystemEvents.ROLE_SET)));
        types.add(SystemEvents.ROLE_REMOVED);
        desk.decide(home, Administrators.changedBy(home, types), () -> {
            var there = roster.role(home, name).map(Role::members);
            basis.require("role", name, there);
            administrators.requireLeft(home, role);
            isNew.set(there.isEmpty());
            return SystemEvents.roleSet(caller, role);
        });
        return new Principals.Set(role.members(), isNew.get());
    }

    public Map<String, Object> find(Caller caller, String organization, String name) {
        Ledger home = desk.administered(caller, organization, "Reading roles");
        return roster.role(home, name).map(Role::members).orElseThrow(() -> new Absent("role", name));
    }

    /** From now on there is no such role; refused as long as somebody has it, because it would be theirs again if it came again. */
    public void remove(Caller caller, String organization, String name) {
        Ledger home = desk.administered(caller, organization, "Removing a role");
        if (Role.shipped(name).isPresent()) {
            throw Invalid.at("/name", "\"" + name + "\"", "a role of the organization's own");
        }
        desk.decide(home, Set.of(SystemEvents.PRINCIPAL_CREATED, SystemEvents.PRINCIPAL_CHANGED), () -> {
            requireUnused(home, name);
            return SystemEvents.roleRemoved(caller, name);
        });
    }

    private void requireUnused(Ledger home, String name) {
        if (roster.role(home, name).isEmpty()) {
            throw new Absent("role", name);
        }
        List<String> holders = roster.every(home, Kind.PRINCIPAL)
                .map(Principal::kept)
                .filter(principal -> principal.grants().stream()
                        .anyMatch(grant -> grant.role().equals(name)))
                .map(Principal::name)
                .limit(RoleInUse.SHOWN_MAX + 1L)
                .toList();
        if (!holders.isEmpty()) {
            throw new RoleInUse(name, holders);
        }
    }

    /** Those that every organization has, and a page of its own, by name, behind a name. */
    public List<Map<String, Object>> all(Caller caller, String organization, String after, int limit) {
        Ledger home = desk.administered(caller, organization, "Reading roles");
        var all = new ArrayList<Map<String, Object>>();
        if (after.isEmpty()) {
            Role.shipped().forEach(role -> all.add(role.members()));
        }
        roster.all(home, Kind.ROLE, after, limit).forEach(role -> all.add(new LinkedHashMap<>(role.members())));
        return all;
    }
}
