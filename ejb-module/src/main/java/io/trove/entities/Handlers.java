package io.trove.entities;

import io.trove.event.Json;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerId;
import io.trove.ledger.Ledgers;
import io.trove.ledger.Store;
import io.trove.registry.Compilations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Chooses who decides a command: what is registered in the ledger, then Java code. */
@ApplicationScoped
class Handlers {

    private static final int HEAP_PART = 32;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Store store;

    private InCode<Handler> code;
    private final Compilations<Key, CommandRule> compiled = Compilations.inPartOfHeap(HEAP_PART);

    /** What was registered at a position never changes. */
    private record Key(LedgerId ledger, long position) {}

    /** Who decides, and for which type of entities. */
    record Chosen(Handler handler, String entityType) {}

    @Inject
    void take(@Any Instance<Handler> beans) {
        code = new InCode<>(beans, Handles.class, Handles::value, Handles.Of::new);
    }

    /** {@link CommandUnknown} when nobody does. */
    Chosen of(Ledger ledger, Json command) {
        String type = Command.type(command);
        Optional<CommandEvents.Kept> kept = registered(ledger, type);
        if (kept.isPresent()) {
            CommandRule rule = compiled(ledger, kept.get());
            return new Chosen(rule, rule.entityType());
        }
        Handler found = code.named(type).orElseThrow(() -> new CommandUnknown(type));
        String said = command.at("/entity/type").flatMap(Json::text).orElseGet(() -> beforeDot(type));
        return new Chosen(found, said);
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
        return compiled.find(key).orElseGet(() -> {
            CommandRule fresh = CommandRule.of(kept.payload());
            long length = kept.payload().canonical().length;
            compiled.keep(key, fresh, Compilations.EXPRESSION_TIMES * length);
            return fresh;
        });
    }

    private static String beforeDot(String type) {
        return type.contains(".") ? type.substring(0, type.indexOf('.')) : type;
    }
}
