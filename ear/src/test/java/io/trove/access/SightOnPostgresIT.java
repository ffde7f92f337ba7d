package io.trove.access;

import io.trove.server.Server;
import io.trove.server.Shared;

class SightOnPostgresIT extends SightContract {

    @Override
    Server server() {
        return Shared.onPostgres();
    }
}
