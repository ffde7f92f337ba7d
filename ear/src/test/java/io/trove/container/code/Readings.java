package io.trove.container.code;

import io.trove.entities.Fold;
import io.trove.entities.Folds;
import io.trove.event.Json;
import jakarta.enterprise.context.ApplicationScoped;

/** Folds the readings of a meter into their sum, as an application's code in the EAR would. */
@Folds("meter.read")
@ApplicationScoped
public class Readings implements Fold {

    @Override
    public Json fold(Json state, Json event) {
        long read = event.member("payload").orElseThrow().integer().orElseThrow();
        return Json.of(state.integer().orElse(0) + read);
    }
}
