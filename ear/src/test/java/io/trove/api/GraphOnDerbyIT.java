package io.trove.api;

import io.trove.server.Server;
import io.trove.server.Shared;

class GraphOnDerbyIT extends GraphContract {

    @Override
    Server server() {
        return Shared.onDerby();
    }
}
