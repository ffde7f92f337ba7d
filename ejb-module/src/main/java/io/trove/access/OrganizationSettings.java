package io.trove.access;

import io.trove.event.Json;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What an organization is called by people, which, unlike its name, may change; settings of a ledger are the ledger's. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OrganizationSettings {

    private static final Map<String, Integer> LENGTHS_MAX = Map.of("title", 200, "description", 2_000);

    @Inject
    private Roster roster;

    @Inject
    private Desk desk;

    /** What is set; nothing at first. */
    public Map<String, Object> find(Caller caller, String organization) {
        Ledger home = desk.administered(caller, organization, "Reading the organization's settings");
        return roster.settings(home)
                .<Map<String, Object>>map(OrganizationSettings::members)
                .orElse(Map.of());
    }

    /** Sets all of it: what is left out is gone. */
    public Map<String, Object> set(Caller caller, String organization, Json body) {
        Ledger home = desk.administered(caller, organization, "Setting the organization's settings");
        Form form = Form.of(body).object(Set.copyOf(LENGTHS_MAX.keySet()));
        LENGTHS_MAX.forEach((name, max) -> form.member(name).ifPresent(text -> requireLength(text, max)));
        Map<String, Object> members = members(body);
        desk.append(home, SystemEvents.settingsSet(caller, organization, members));
        return members;
    }

    private static void requireLength(Form text, int max) {
        if (text.text().isBlank() || text.text().length() > max) {
            throw Invalid.at(text.pointer(), text.text().length() + " characters long", "1 to " + max);
        }
    }

    private static Map<String, Object> members(Json content) {
        return new LinkedHashMap<>(content.members());
    }
}
