package io.trove.api;

import io.trove.server.Server;
import io.trove.server.Shared;

class VersionsOnPostgresIT extends VersionsContract {

    @Override
    Server server() {
        return Shared.onPostgres();
    }
}
