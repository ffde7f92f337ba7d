package io.trove.console;

import io.trove.registry.Registry;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;

/** What a person may record by hand: an event, an entity, a link, a command. The API takes it, as it takes anybody's. */
@Named("record")
@RequestScoped
public class Recording {
    private static final Set<String> KINDS = Set.of("entity", "link", "command");
    private static final int SCHEMAS_OFFERED = 200;

    @Inject
    private Chosen chosen;

    @Inject
    private Registry registry;

    private List<String> schemas = List.of();

    /** Before the page is drawn: the types of event that have a schema. */
    public void look() {
        if (chosen.isOpen() && getWhat().equals("event")) {
            schemas = registry.schemas(chosen.getLedger(), "", SCHEMAS_OFFERED).stream()
                    .map(each -> each.schema().id())
                    .toList();
        }
    }

    public String getWhat() {
        var what = chosen.parameter("what");
        return KINDS.contains(what) ? what : "event";
    }

    public List<String> getSchemas() {
        return schemas;
    }

    public String getType() {
        return chosen.parameter("type");
    }

    /** The id of the entity that it is for. */
    public String getEntity() {
        return chosen.parameter("entity");
    }

    public String getSource() {
        return chosen.parameter("source");
    }
}
