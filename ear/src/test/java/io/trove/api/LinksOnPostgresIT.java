package io.trove.api;

import io.trove.server.Server;
import io.trove.server.Shared;

class LinksOnPostgresIT extends LinksContract {

    @Override
    Server server() {
        return Shared.onPostgres();
    }
}
