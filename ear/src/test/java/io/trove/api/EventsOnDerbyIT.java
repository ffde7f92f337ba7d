package io.trove.api;

import io.trove.server.Server;
import io.trove.server.Shared;

class EventsOnDerbyIT extends EventsContract {

    @Override
    Server server() {
        return Shared.onDerby();
    }
}
