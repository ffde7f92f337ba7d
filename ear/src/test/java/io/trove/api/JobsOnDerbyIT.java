package io.trove.api;

import io.trove.server.Server;
import io.trove.server.Shared;

class JobsOnDerbyIT extends JobsContract {

    @Override
    Server server() {
        return Shared.onDerby();
    }
}
