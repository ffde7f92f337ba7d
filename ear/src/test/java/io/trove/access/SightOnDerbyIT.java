package io.trove.access;

import io.trove.server.Server;
import io.trove.server.Shared;

class SightOnDerbyIT extends SightContract {

    @Override
    Server server() {
        return Shared.onDerby();
    }
}
