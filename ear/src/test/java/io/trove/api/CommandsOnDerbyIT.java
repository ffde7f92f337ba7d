package io.trove.api;

import io.trove.server.Server;
import io.trove.server.Shared;

class CommandsOnDerbyIT extends CommandsContract {

    @Override
    Server server() {
        return Shared.onDerby();
    }
}
