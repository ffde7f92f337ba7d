package io.trove.container.code;

import io.trove.entities.Handled;
import io.trove.entities.Handler;
import io.trove.entities.Handles;
import io.trove.event.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes a meter back to nothing, once it has read something. */
@Handles("meter.correct")
@ApplicationScoped
public class Correction implements Handler {

    @Override
    public Handled handle(Json state, Json command) {
        long read = state.integer().orElse(0);
        return read == 0
                ? new Handled.Rejected("There is nothing to correct")
                : new Handled.Events(List.of(new Handled.Event("meter.read", Json.of(-read))));
    }
}
