package io.trove.api;

import io.trove.server.Server;
import io.trove.server.Shared;

class GraphOnPostgresIT extends GraphContract {

    @Override
    Server server() {
        return Shared.onPostgres();
    }
}
