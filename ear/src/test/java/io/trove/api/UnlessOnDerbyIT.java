package io.trove.api;

import io.trove.server.Server;
import io.trove.server.Shared;

class UnlessOnDerbyIT extends UnlessContract {

    @Override
    Server server() {
        return Shared.onDerby();
    }
}
