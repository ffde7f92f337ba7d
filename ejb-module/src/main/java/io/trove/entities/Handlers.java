package io.trove.entities;

import io.trove.event.Json;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerId;
import io.trove.ledger.Ledgers;
import io.trove.ledger.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses who decides a command: what is registered in the ledger, then Java code. */
@ApplicationScoped
class Handlers {

    private static final int COMPILED_MAX = 2_000;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Store store;

    @Inject
    @Any
    private Instance<Handler> code;

    private final Map<Key, CommandRule> compiled = new LinkedHashMap<>(16, 0.75f, true);

    /** What was registered at a position never changes. */
    private record Key(LedgerId ledger, long position) {}

    /** Who decides, and for which type of entities. */
    record Chosen(Handler handler, String entityType) {}

    /** {@link CommandUnknown} when nobody does. */
    Chosen of(Ledger ledger, Json command) {
        String type = Command.type(command);
        Optional<CommandEvents.Kept> kept = registered(ledger, type);
        if (kept.isPresent()) {
            CommandRule rule = compiled(ledger, kept.get());
            return new Chosen(rule, rule.entityType());
        }
        Instance<Handler> found = code.select(new Handles.Of(type));
        if (!found.isResolvable()) {
            throw new CommandUnknown(type);
        }
        String said = command.at("/entity/type").flatMap(Json::text).orElseGet(() -> beforeDot(type));
        return new Chosen(found.get(), said);
    }

    Optional<CommandEvents.Kept> registered(Ledger ledger, String type) {
        long below = ledgers.head(ledger).size();
        return store.with(ledger, tables -> CommandEvents.newest(tables, type, below));
    }

    List<String> types(Ledger ledger, String after, int limit) {
        long below = ledgers.head(ledger).size();
        return store.with(ledger, tables -> CommandEvents.types(tables, after, below, limit));
    }

    private CommandRule compiled(Ledger ledger, CommandEvents.Kept kept) {
        var key = new Key(ledger.id(), kept.position());
        synchronized (compiled) {
            CommandRule known = compiled.get(key);
            if (known != null) {
                return known;
            }
        }
        CommandRule fresh = CommandRule.of(kept.payload());
        synchronized (compiled) {
            compiled.put(key, fresh);
            if (compiled.size() > COMPILED_MAX) {
                compiled.remove(compiled.keySet().iterator().next());
            }
        }
        return fresh;
    }

    private static String beforeDot(String type) {
        return type.contains(".") ? type.substring(0, type.indexOf('.')) : type;
    }
}
