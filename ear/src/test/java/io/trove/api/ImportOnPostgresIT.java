package io.trove.api;

import io.trove.server.Server;
import io.trove.server.Shared;

class ImportOnPostgresIT extends ImportContract {

    @Override
    Server server() {
        return Shared.onPostgres();
    }
}
