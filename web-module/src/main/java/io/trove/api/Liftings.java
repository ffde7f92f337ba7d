package io.trove.api;

import io.trove.registry.Lifting;
import io.trove.registry.Registry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** What {@code ?as=} asks for. */
@ApplicationScoped
public class Liftings {
    @Inject
    private Registry registry;

    /** The lifting to this version, or none when {@code as} is null. */
    Optional<Lifting> of(Visits.Visit visit, String as) {
        return Optional.ofNullable(as).map(version -> registry.lifting(visit.ledger(), version));
    }
}
