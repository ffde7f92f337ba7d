package io.trove.console;

import io.trove.access.Access;
import io.trove.access.Permission;
import io.trove.event.Json;
import io.trove.registry.Listed;
import io.trove.registry.Policies;
import io.trove.registry.Registry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
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
    private Told told;

    @Inject
    private Access access;

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

    /** What the ledger asks of its events, its schemas and its links, by name. */
    public Map<String, String> getPolicy() {
        return policy;
    }

    public List<Compatibility> getModes() {
        return List.of(Compatibility.values());
    }

    /** What new versions have to keep unless their schema says otherwise. */
    public Compatibility getKept() {
        return Compatibility.valueOf(policy.get("compatibility"));
    }

    /** Sets what the ledger asks from now on. */
    public void setPolicy() {
        told.done(
                () -> {
                    access.demandWrite(
                            chosen.getCaller(), chosen.getLedger(), Permission.SCHEMAS_WRITE, "Changing settings");
                    var asked = new LinkedHashMap<String, Object>();
                    policy.keySet().stream()
                            .filter(name -> !chosen.parameter("policy-" + name).isEmpty())
                            .forEach(name -> asked.put(name, chosen.parameter("policy-" + name)));
                    policies.set(chosen.getLedger(), chosen.getCaller(), Json.object(asked));
                },
                "The ledger asks for this from now on.",
                chosen.to("schemas"));
    }
}
