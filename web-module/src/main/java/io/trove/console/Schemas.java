package io.trove.console;

import io.trove.registry.Listed;
import io.trove.registry.Policies;
import io.trove.registry.Registry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** The schemas of a ledger, and what the ledger asks of its events. */
@Named
@RequestScoped
public class Schemas {
    private static final int PAGE = 50;

    @Inject
    private Chosen chosen;

    @Inject
    private Registry registry;

    @Inject
    private Policies policies;

    private List<Listed> found;
    private Map<String, String> policy;

    @PostConstruct
    void look() {
        chosen.sight();
        found = isShipped()
                ? registry.shipped(chosen.getLedger())
                : registry.schemas(chosen.getLedger(), chosen.parameter("after"), PAGE + 1);
        policy = policies.of(chosen.getLedger());
    }

    /** Whether those that are part of Trove are shown. */
    public boolean isShipped() {
        return chosen.parameter("show").equals("trove");
    }

    public List<SchemaLine> getAll() {
        return found.stream()
                .limit(isShipped() ? found.size() : PAGE)
                .map(SchemaLine::of)
                .toList();
    }

    /** Where the next page is; empty on the last. */
    public String getNext() {
        return isShipped() || found.size() <= PAGE
                ? ""
                : chosen.to("schemas")
                        .with("after", found.get(PAGE - 1).schema().id())
                        .toString();
    }

    /** Where the first page is; empty on it. */
    public String getFirst() {
        return chosen.parameter("after").isEmpty() ? "" : chosen.to("schemas").toString();
    }

    /** What becomes of an event that no schema is for. */
    public String getRequired() {
        return policy.get("schemas").equals("required") ? "Every event must have one" : "An event may have none";
    }

    /** What a new version must keep, where its schema says nothing else. */
    public String getCompatibility() {
        return policy.get("compatibility");
    }
}
