package io.trove.console;

import io.trove.refusal.Refusal;
import io.trove.registry.Registration;
import io.trove.registry.Registry;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What the schema that an event claims says of it, asked again now. */
@RequestScoped
class Verdict {
    @Inject
    private Chosen chosen;

    @Inject
    private Registry registry;

    /** In a sentence, and where it does not conform. */
    public record Told(boolean conforms, String sentence, List<String> reasons) {
        public Told {
            reasons = List.copyOf(reasons);
        }
    }

    Told of(EventFacts event) {
        if (!event.has("/schema/id")) {
            return new Told(true, "It claims no schema.", List.of());
        }
        if (event.masked().stream().anyMatch(name -> name.startsWith("payload"))) {
            return new Told(
                    true, "It conformed when it was recorded; you may not see enough of it to check again.", List.of());
        }
        try {
            var id = event.at("/schema/id");
            var registered = registry.find(chosen.getLedger(), id, event.at("/schema/version"));
            var schema = Registration.ofSchema(registered.registration().schema());
            var reasons = registry.candidate(chosen.getLedger(), id, schema).violations(event.document()).stream()
                    .map(violation -> violation.get("pointer") + ": " + violation.get("got"))
                    .toList();
            return reasons.isEmpty()
                    ? new Told(true, "It conforms, as it did when it was recorded.", reasons)
                    : new Told(false, "It does not conform.", reasons);
        } catch (Refusal gone) {
            return new Told(true, "It conformed when it was recorded. " + gone.getMessage(), List.of());
        }
    }
}
