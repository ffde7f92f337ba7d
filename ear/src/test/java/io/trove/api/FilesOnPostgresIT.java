package io.trove.api;

import io.trove.server.Server;
import io.trove.server.Shared;

class FilesOnPostgresIT extends FilesContract {

    @Override
    Server server() {
        return Shared.onPostgres();
    }
}
