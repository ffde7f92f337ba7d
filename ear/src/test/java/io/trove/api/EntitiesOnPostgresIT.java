package io.trove.api;

import io.trove.server.Server;
import io.trove.server.Shared;

class EntitiesOnPostgresIT extends EntitiesContract {

    @Override
    Server server() {
        return Shared.onPostgres();
    }
}
