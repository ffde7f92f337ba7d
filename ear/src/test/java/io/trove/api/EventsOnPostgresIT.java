package io.trove.api;

import io.trove.server.Server;
import io.trove.server.Shared;

class EventsOnPostgresIT extends EventsContract {

    @Override
    Server server() {
        return Shared.onPostgres();
    }
}
