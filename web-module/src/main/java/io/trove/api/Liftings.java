package io.trove.api;

import io.trove.registry.Lifting;
import io.trove.registry.Registry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;

/** What {@code ?as=} asks for; a version that no schema of the ledger has is refused at once. */
@ApplicationScoped
public class Liftings {
    @Inject
    private Registry registry;

    /** The lifting to this version, or none when {@code as} is null. */
    Optional<Lifting> of(Visits.Visit visit, String as) {
        return Optional.ofNullable(as).map(version -> registry.lifting(visit.ledger(), version));
    }

    /** The same for who reads on for long: by what is registered when it is asked. */
    Optional<Supplier<Lifting>> following(Visits.Visit visit, String as) {
        return of(visit, as).map(there -> () -> registry.lifting(visit.ledger(), as));
    }
}
