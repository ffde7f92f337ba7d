package io.trove.registry;

import io.trove.event.Json;
import io.trove.ledger.Appender;
import io.trove.ledger.Caller;
import io.trove.ledger.Head;
import io.trove.ledger.Ledger;
import io.trove.ledger.Ledgers;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a ledger asks of its events and of its schemas. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Policies {

    private static final Set<String> SCHEMAS = Set.of("optional", "required");
    private static final Set<String> LINKS = Set.of("strict", "wait");
    private static final String MODES =
            "one of " + String.join(", ", Registration.MODES.stream().sorted().toList());
    private static final String COMPATIBILITY_DEFAULT = "BACKWARD";

    @Inject
    private Catalogs catalogs;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Appender appender;

    /**
     * The ledger's policy: whether its events must have a schema, the compatibility of schemas that say none, and whether
     * links may wait for their targets.
     */
    public Map<String, String> of(Ledger ledger) {
        Catalog catalog = catalogs.of(ledger);
        Head head = ledgers.head(ledger);
        var policy = new LinkedHashMap<String, String>();
        policy.put(Setting.SCHEMAS, catalog.setting(Setting.SCHEMAS, head).orElse("optional"));
        policy.put(
                Setting.COMPATIBILITY,
                catalog.setting(Setting.COMPATIBILITY, head).orElse(COMPATIBILITY_DEFAULT));
        policy.put(Setting.LINKS, catalog.setting(Setting.LINKS, head).orElse("strict"));
        return policy;
    }

    /** Whether the ledger lets links wait for targets that are not there. */
    public boolean letLinksWait(Ledger ledger) {
        return of(ledger).get(Setting.LINKS).equals("wait");
    }

    /** Sets the ledger's policy as far as the patch (RFC 7396) says. */
    public Map<String, String> set(Ledger ledger, Caller by, Json patch) {
        Map<String, String> there = of(ledger);
        var settings = new LinkedHashMap<String, String>();
        patch.members()
                .forEach((name, value) -> settings.put(
                        name,
                        switch (name) {
                            case Setting.SCHEMAS -> oneOf(SCHEMAS, name, value, "optional or required");
                            case Setting.LINKS -> oneOf(LINKS, name, value, "strict or wait");
                            case Setting.COMPATIBILITY -> oneOf(Registration.MODES, name, value, MODES);
                            default -> throw SettingRefused.unknown(name);
                        }));
        settings.entrySet().removeIf(each -> each.getValue().equals(there.get(each.getKey())));
        if (!settings.isEmpty()) {
            appender.append(ledger, Caller.trove(), SchemaEvents.policySet(by, ledger.uid(), settings));
        }
        return of(ledger);
    }

    private static String oneOf(Set<String> known, String name, Json value, String wanted) {
        return value.text().filter(known::contains).orElseThrow(() -> SettingRefused.value(name, value, wanted));
    }
}
