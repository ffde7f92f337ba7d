package io.trove.api;

import io.trove.server.Server;
import io.trove.server.Shared;

class FilesOnDerbyIT extends FilesContract {

    @Override
    Server server() {
        return Shared.onDerby();
    }
}
