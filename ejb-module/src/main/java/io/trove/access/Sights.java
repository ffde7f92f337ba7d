package io.trove.access;

import io.trove.access.Rule.Meanings;
import io.trove.filter.Extent;
import io.trove.filter.Filter;
import io.trove.ledger.Ledger;
import io.trove.ledger.Ledgers;
import io.trove.ledger.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Optional;

/** Makes a sight of the rules of somebody's roles: what they compare with is looked up, and what is left is a filter. */
@ApplicationScoped
class Sights {

    @Inject
    private Store store;

    @Inject
    private Ledgers ledgers;

    Sight of(Rights rights, Ledger ledger) {
        if (isWhole(rights)) {
            return Sight.everything(ledger);
        }
        long below = ledgers.head(ledger).size();
        return narrowed(rights, ledger, new Related(reading -> store.with(ledger, reading::from), below));
    }

    /** Whether every event is seen, whole. */
    static boolean isWhole(Rights rights) {
        return rights.roles().stream()
                        .allMatch(role -> role.never().isEmpty() && role.masks().isEmpty())
                && rights.roles().stream().anyMatch(Sights::seesAll);
    }

    private static boolean seesAll(Role role) {
        return role.permissions().contains(Permission.EVENTS_READ)
                && role.sees().isEmpty();
    }

    /**
     * What any role that reads shows, without what any role hides. The version is of what was set and what it was compared
     * with, but not of the entities that have an index key: they come and go as events do.
     */
    static Sight narrowed(Rights rights, Ledger ledger, Related related) {
        var any = new ArrayList<Filter>();
        var none = new ArrayList<Filter>();
        var masks = new ArrayList<Mask>();
        var version = new StringBuilder();
        Principal principal = rights.principal().orElseThrow();
        for (Role role : rights.roles()) {
            var meanings = new Meanings(principal, related);
            if (seesAll(role)) {
                any.add(Filter.all());
            } else if (role.permissions().contains(Permission.EVENTS_READ)) {
                role.sees().stream()
                        .map(rule -> rule.seen(meanings))
                        .flatMap(Optional::stream)
                        .forEach(any::add);
            }
            role.never().stream()
                    .map(rule -> rule.unseen(meanings))
                    .flatMap(Optional::stream)
                    .forEach(none::add);
            masks.addAll(role.masks());
            version.append(role.text().length()).append(role.text()).append(meanings.text());
        }
        return Sight.narrowed(ledger, new Extent(any, none), masks, hash(version.toString()));
    }

    private static String hash(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("This Java runtime has no SHA-256", absent);
        }
    }
}
