package io.trove.api;

import io.trove.server.Server;
import io.trove.server.Shared;

class SchemasOnDerbyIT extends SchemasContract {

    @Override
    Server server() {
        return Shared.onDerby();
    }
}
