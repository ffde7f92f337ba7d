package io.trove.api;

import io.trove.server.Server;
import io.trove.server.Shared;

class UploadsOnPostgresIT extends UploadsContract {

    @Override
    Server server() {
        return Shared.onPostgres();
    }
}
