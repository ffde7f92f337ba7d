package io.trove.api;

import io.trove.server.Server;
import io.trove.server.Shared;

class SchemaChangesOnPostgresIT extends SchemaChangesContract {

    @Override
    Server server() {
        return Shared.onPostgres();
    }
}
