package io.trove.api;

import io.trove.server.Server;
import io.trove.server.Shared;

class SchemasOnPostgresIT extends SchemasContract {

    @Override
    Server server() {
        return Shared.onPostgres();
    }
}
