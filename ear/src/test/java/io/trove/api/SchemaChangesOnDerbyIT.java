package io.trove.api;

import io.trove.server.Server;
import io.trove.server.Shared;

class SchemaChangesOnDerbyIT extends SchemaChangesContract {

    @Override
    Server server() {
        return Shared.onDerby();
    }
}
