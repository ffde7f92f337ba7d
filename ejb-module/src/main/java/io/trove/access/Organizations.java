package io.trove.access;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerName;
import io.trove.ledger.Ledgers;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Makes organizations and lists them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Organizations {

    private static final Set<String> RESERVED = Set.of("organizations", "system", "trove", "witness");

    @Inject
    private Founding founding;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Granted granted;

    /** The outcome of asking for an organization: the same organization, whether it was made now or was there. */
    public record Created(Organization organization, boolean isNew) {}

    /**
     * Makes the organization with its ledgers, or finishes what an interrupted attempt began; {@link NameRefused} when
     * the name cannot be one.
     */
    public Created create(Caller caller, String name) {
        if (!granted.of(caller, LedgerName.INSTALLATION).permissions().contains(Permission.ACCESS_MANAGE)) {
            throw Forbidden.lacks(Permission.ACCESS_MANAGE, "Making an organization");
        }
        checkName(name);
        boolean isNew = founding.found(caller, name);
        return new Created(new Organization(name, Organization.ENVIRONMENTS), isNew);
    }

    /** The organizations that the caller may know of, by name. */
    public List<Organization> all(Caller caller) {
        return ledgers.all().stream()
                .map(Ledger::name)
                .filter(ledger -> !granted.of(caller, ledger).areNone())
                .collect(groupingBy(LedgerName::organization, TreeMap::new, mapping(LedgerName::environment, toList())))
                .entrySet()
                .stream()
                .map(each -> Organization.of(each.getKey(), each.getValue()))
                .toList();
    }

    static void checkName(String name) {
        if (!LedgerName.isName(name)) {
            throw new NameRefused(name, "it has 1 to 63 of a-z, 0-9 and -");
        }
        if (RESERVED.contains(name)) {
            throw new NameRefused(name, "Trove needs it for itself; choose another");
        }
    }
}
