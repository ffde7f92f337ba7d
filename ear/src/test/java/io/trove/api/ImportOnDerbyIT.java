package io.trove.api;

import io.trove.server.Server;
import io.trove.server.Shared;

class ImportOnDerbyIT extends ImportContract {

    @Override
    Server server() {
        return Shared.onDerby();
    }
}
